package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.json.Text;
import org.anxin.patrol.Check;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.registry.Market;
import org.anxin.text.Bilingual;
import org.anxin.time.Moment;
import org.anxin.visits.Visit;
import org.anxin.visits.Visits;
import org.jspecify.annotations.Nullable;

/** Records visits that inspectors write down. */
@Singleton
class VisitActions {
    static final int UNPROCESSABLE = 422;
    static final int LONGEST_TEXT = 200;

    private static final String MET = "met";
    private static final String FAILED = "failed";

    private final Visits visits;
    private final VisitReading reading;
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;
    private final Pages pages;

    VisitActions(Visits visits, VisitReading reading, PeopleLists lists, ActivePolicy activePolicy, Pages pages) {
        this.visits = visits;
        this.reading = reading;
        this.lists = lists;
        this.activePolicy = activePolicy;
        this.pages = pages;
    }

    /** Records the visit, or shows the form again with what is wrong with it. */
    Pages.Outcome record(Frame frame, Form form, PhotoForms.Photos photos) throws SQLException {
        Market market = lists.markets().get(form.text("market"));
        if (market == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        Policy policy = activePolicy.current();
        List<VisitFormPage.Item> items = items(form, policy);
        Map<String, Bilingual> mistakes = new LinkedHashMap<>();
        Moment at = at(form.text("at"), pages, mistakes);
        check(form, items, photos, mistakes);
        String id = form.text("id");
        if (at != null && mistakes.isEmpty() && Text.isId(id)) {
            try {
                visits.record(visit(id, market, at, form, items, photos.kept()), policy);
                return new Pages.Outcome.GoOn("/patrols/visits/" + id);
            } catch (Visits.OtherVisitException e) {
                mistakes.put(
                        "items",
                        new Bilingual(
                                "这份表单已经记录过一次，内容不同；如要另记一次巡查，请重新打开表单。",
                                "This form was recorded before and said something else; open the form anew for another"
                                        + " visit."));
            }
        }
        VisitFormPage again = new VisitFormPage(
                List.of(),
                market,
                id,
                form.text("at"),
                form.text("camera"),
                reading.cameras(market.id()),
                items,
                form.raw("remarks"),
                photos.kept(),
                mistakes);
        return new Pages.Outcome.Shown(UNPROCESSABLE, Templates.visitForm(frame, again));
    }

    private static List<VisitFormPage.Item> items(Form form, Policy policy) {
        return policy.ruleset().words().all("patrolItem").stream()
                .map(word -> new VisitFormPage.Item(
                        word.code(), word.name(), form.text("item-" + word.code()), form.raw("remark-" + word.code())))
                .toList();
    }

    /**
     * The time of a field, in the service's zone.
     *
     * @return null if it is none that can be, which is noted among the mistakes
     */
    static @Nullable Moment at(String text, Pages pages, Map<String, Bilingual> mistakes) {
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            Instant instant = local.atZone(pages.zone()).toInstant();
            if (!instant.isAfter(pages.now())) {
                return new Moment(
                        (int) local.toLocalDate().toEpochDay(), ChronoUnit.MICROS.between(Instant.EPOCH, instant));
            }
        } catch (DateTimeException e) {
            // What is no time is said as what lies ahead: write one that has come.
        }
        mistakes.put(
                "at",
                new Bilingual(
                        "请填写已经过去的时间，例如 2022-04-07T09:30。", "Enter a time that has come, such as 2022-04-07T09:30."));
        return null;
    }

    private void check(
            Form form, List<VisitFormPage.Item> items, PhotoForms.Photos photos, Map<String, Bilingual> mistakes) {
        if (items.stream().noneMatch(VisitActions::isAnswered)) {
            mistakes.put(
                    "items",
                    new Bilingual("请至少查看一个项目，选“达到”或“未达到”。", "Look at one item at least: choose “met” or “not met”."));
        }
        for (VisitFormPage.Item item : items) {
            checkLength("remark-" + item.code(), item.remark(), mistakes);
        }
        checkLength("remarks", form.raw("remarks"), mistakes);
        Bilingual refused = photos.mistake();
        if (refused != null) {
            mistakes.put("photos", refused);
        } else if (!form.text("camera").isEmpty() && photos.kept().isEmpty()) {
            mistakes.put(
                    "photos",
                    new Bilingual("视频巡查须附画面截图；请附上，或改为到场巡查。", "A check by camera needs a still image: attach it."));
        }
        String camera = form.text("camera");
        boolean isOneOfThem = reading.cameras(form.text("market")).stream()
                .anyMatch(one -> one.id().equals(camera));
        if (!camera.isEmpty() && !isOneOfThem) {
            mistakes.put("camera", new Bilingual("请从列表中选择该市场的摄像机。", "Choose a camera of the market from the list."));
        }
    }

    /** Texts are kept as they are, so one that is too long is not cut but refused. */
    static void checkLength(String field, String text, Map<String, Bilingual> mistakes) {
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            mistakes.put(
                    field,
                    new Bilingual(
                            "不超过 " + LONGEST_TEXT + " 字；请缩短。", "At most " + LONGEST_TEXT + " characters; shorten it."));
        }
    }

    private static boolean isAnswered(VisitFormPage.Item item) {
        return item.answer().equals(MET) || item.answer().equals(FAILED);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static Visit visit(
            String id, Market market, Moment at, Form form, List<VisitFormPage.Item> items, List<String> photos) {
        List<Visit.Item> answers = new ArrayList<>();
        items.stream()
                .filter(VisitActions::isAnswered)
                .sorted(Comparator.comparing(VisitFormPage.Item::code))
                .forEach(item ->
                        answers.add(new Visit.Item(item.code(), item.answer().equals(MET), textOrNull(item.remark()))));
        String camera = textOrNull(form.text("camera"));
        return new Visit(
                id,
                market.id(),
                at,
                camera == null ? Check.VISIT : Check.VIDEO,
                camera,
                camera == null ? null : Objects.requireNonNull(photos.get(0)),
                List.copyOf(answers),
                camera == null ? List.copyOf(photos) : List.copyOf(photos.subList(1, photos.size())),
                textOrNull(form.raw("remarks")));
    }
}
