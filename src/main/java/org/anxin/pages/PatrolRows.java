package org.anxin.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anxin.patrol.Camera;
import org.anxin.patrol.Check;
import org.anxin.patrol.Fault;
import org.anxin.policy.Policy;
import org.anxin.registry.Market;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.visits.CameraWatch;
import org.anxin.visits.PatrolDays;
import org.anxin.visits.Visit;
import org.jspecify.annotations.Nullable;

/** Patrols, the days of markets and cameras as rows of tables. */
final class PatrolRows {
    static final List<PageTable.Column> VISITS = List.of(
            PageTable.Column.of("at", "时间", "Time"),
            PageTable.Column.of("means", "方式", "How"),
            PageTable.Column.number("items", "检查项目", "Items"),
            PageTable.Column.of("failed", "未达要求", "Not met"),
            PageTable.Column.of("remarks", "备注", "Remarks"));

    static final List<PageTable.Column> DAYS = List.of(
            PageTable.Column.of("market", "市场", "Market"),
            PageTable.Column.of("as_required", "是否达到要求", "As required"),
            PageTable.Column.number("checks", "巡查次数", "Checks"),
            PageTable.Column.number("video", "其中视频", "By camera"),
            PageTable.Column.number("failed", "发现问题", "With faults"),
            PageTable.Column.of("missing", "缺漏与依据", "What is missing, and the rule"));

    static final List<PageTable.Column> CAMERAS = List.of(
            PageTable.Column.of("camera", "摄像机", "Camera"),
            PageTable.Column.of("state", "状态", "State"),
            PageTable.Column.of("since", "自", "Since"),
            PageTable.Column.of("reported", "最近报告", "Last report"),
            PageTable.Column.of("market", "市场", "Market"),
            PageTable.Column.of("scene", "场景", "Scene"),
            PageTable.Column.of("missing", "缺漏与依据", "What is wrong, and the rule"));

    private final Words words;
    private final Map<String, Market> markets;
    private final ZoneId zone;

    PatrolRows(Policy policy, Map<String, Market> markets, ZoneId zone) {
        this.words = policy.ruleset().words();
        this.markets = markets;
        this.zone = zone;
    }

    /** The time of so many microseconds since 1970. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private PageTable.Cell time(long micros) {
        return PageTable.Cell.text(Language.ZH.time(instant(micros), zone));
    }

    /** A row for each visit. */
    List<List<PageTable.Cell>> visits(List<Visit> visits) {
        return visits.stream().map(this::visit).toList();
    }

    private List<PageTable.Cell> visit(Visit visit) {
        PageTable.Piece[] failed = visit.items().stream()
                .filter(item -> !item.passed())
                .map(item -> new PageTable.Piece(PeopleLists.word(words, "patrolItem", item.item()), null, ""))
                .toArray(PageTable.Piece[]::new);
        String remarks = visit.remarks();
        return List.of(
                PageTable.Cell.link(
                        Language.ZH.time(instant(visit.at().micros()), zone), "/patrols/visits/" + visit.id()),
                PageTable.Cell.text(means(visit)),
                PageTable.Cell.text(Integer.toString(visit.items().size())),
                failed.length == 0 ? PageTable.Cell.NONE : PageTable.Cell.of(failed),
                remarks == null ? PageTable.Cell.NONE : PageTable.Cell.text(remarks));
    }

    /** How it was looked at. */
    static Bilingual means(Visit visit) {
        String camera = visit.cameraId();
        return camera != null && Check.VIDEO.equals(visit.means())
                ? new Bilingual("视频 " + camera, "camera " + camera)
                : new Bilingual("到场", "on the spot");
    }

    private PageTable.Cell market(String id, int day) {
        Market market = markets.get(id);
        String address =
                MarketPart.PATROLS.address(id).with("day", Language.ZH.iso(day)).toString();
        return PageTable.Cell.link(market == null ? id : market.name(), address);
    }

    /** A row for each market's day. */
    List<List<PageTable.Cell>> days(List<PatrolDays.Day> days, int day) {
        List<List<PageTable.Cell>> rows = new ArrayList<>();
        for (PatrolDays.Day one : days) {
            String list = MarketPart.PATROLS
                    .address(one.marketId())
                    .with("day", Language.ZH.iso(day))
                    .toString();
            rows.add(List.of(
                    market(one.marketId(), day),
                    one.faults().isEmpty()
                            ? PageTable.Cell.tag("fine", new Bilingual("是", "yes"))
                            : PageTable.Cell.tag("over", new Bilingual("否", "no")),
                    PageTable.Cell.link(Integer.toString(one.checks()), list),
                    PageTable.Cell.text(Integer.toString(one.video())),
                    PageTable.Cell.text(Integer.toString(one.failed())),
                    faults(one.faults())));
        }
        return rows;
    }

    /** What the rules find wanting of a market's day, in a sentence; null if nothing is. */
    @Nullable
    Bilingual missing(List<PatrolDays.Day> days) {
        List<Fault> faults = days.stream().flatMap(day -> day.faults().stream()).toList();
        if (faults.isEmpty()) {
            return null;
        }
        return new Bilingual(
                faults.stream()
                        .map(fault ->
                                name(fault).zh() + "：" + fault.rule().title().zh())
                        .collect(Collectors.joining("；")),
                faults.stream()
                        .map(fault ->
                                name(fault).en() + ": " + fault.rule().title().en())
                        .collect(Collectors.joining("; ")));
    }

    private Bilingual name(Fault fault) {
        return PeopleLists.word(words, "patrolFinding", fault.code());
    }

    /** A row for each camera, and one for each scene that none covers. */
    List<List<PageTable.Cell>> cameras(List<CameraWatch.Watched> watched) {
        List<List<PageTable.Cell>> rows = new ArrayList<>();
        for (CameraWatch.Watched one : watched) {
            one.faults().stream()
                    .filter(fault -> fault.cameraId() == null)
                    .forEach(fault -> rows.add(uncovered(one.marketId(), fault)));
            one.cameras().forEach(camera -> rows.add(camera(camera, one.faults())));
        }
        return rows;
    }

    private List<PageTable.Cell> uncovered(String marketId, Fault fault) {
        String scene = fault.scene();
        return List.of(
                PageTable.Cell.NONE,
                PageTable.Cell.tag("over", new Bilingual("缺少", "missing")),
                PageTable.Cell.NONE,
                PageTable.Cell.NONE,
                place(marketId),
                scene == null ? PageTable.Cell.NONE : PageTable.Cell.text(PeopleLists.word(words, "scene", scene)),
                faults(List.of(fault)));
    }

    private List<PageTable.Cell> camera(Camera camera, List<Fault> faults) {
        Camera.State state = camera.state();
        List<Fault> own = faults.stream()
                .filter(fault -> camera.id().equals(fault.cameraId()))
                .toList();
        return List.of(
                PageTable.Cell.text(camera.id()),
                PageTable.Cell.tag(own.isEmpty() && state != null && state.online() ? "fine" : mark(own), state(state)),
                time(state == null ? camera.registeredAt() : state.since()),
                state == null ? PageTable.Cell.NONE : time(state.reported()),
                place(camera.marketId()),
                PageTable.Cell.text(PeopleLists.word(words, "scene", camera.scene())),
                faults(own));
    }

    private static String mark(List<Fault> faults) {
        return faults.isEmpty() ? "today" : "over";
    }

    private static Bilingual state(Camera.@Nullable State state) {
        if (state == null) {
            return new Bilingual("从未报告", "never reported");
        }
        return state.online() ? new Bilingual("在线", "online") : new Bilingual("离线", "offline");
    }

    private PageTable.Cell place(String marketId) {
        Market market = markets.get(marketId);
        return PageTable.Cell.link(market == null ? marketId : market.name(), "/markets/" + marketId);
    }

    private PageTable.Cell faults(List<Fault> faults) {
        if (faults.isEmpty()) {
            return PageTable.Cell.NONE;
        }
        List<PageTable.Piece> pieces = new ArrayList<>();
        for (Fault fault : faults) {
            pieces.add(PageTable.Piece.link(
                    fault.rule().title(), "/rules#" + fault.rule().id()));
        }
        return new PageTable.Cell(List.copyOf(pieces));
    }
}
