package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.registry.Camera;
import org.anxin.registry.Cameras;
import org.anxin.registry.Market;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.visits.StoredFinding;
import org.anxin.visits.Visit;
import org.anxin.visits.Visits;
import org.jspecify.annotations.Nullable;

/** Reads visits, and what the form for one offers. */
@Singleton
class VisitReading {
    private static final int MOST_CAMERAS = 1_000;

    private final Visits visits;
    private final Cameras cameras;
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;
    private final Pages pages;

    VisitReading(Visits visits, Cameras cameras, PeopleLists lists, ActivePolicy activePolicy, Pages pages) {
        this.visits = visits;
        this.cameras = cameras;
        this.lists = lists;
        this.activePolicy = activePolicy;
        this.pages = pages;
    }

    /** The form before anything is written into it. */
    VisitFormPage blank(@Nullable String marketId) {
        Map<String, Market> markets = lists.markets();
        Market market = marketId == null ? null : markets.get(marketId);
        if (marketId != null && market == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return new VisitFormPage(
                market == null ? List.copyOf(markets.values()) : List.of(),
                market,
                "V-" + UUID.randomUUID(),
                now(),
                "",
                market == null ? List.of() : cameras(market.id()),
                items(activePolicy.current().ruleset().words()),
                "",
                List.of(),
                Map.of());
    }

    /** Now, as a field for a time writes it. */
    String now() {
        ZoneId zone = pages.zone();
        return pages.now()
                .atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** The cameras of a market, to choose from. */
    List<VisitFormPage.Choice> cameras(String marketId) {
        Words words = activePolicy.current().ruleset().words();
        return cameras.page(marketId, "", MOST_CAMERAS).items().stream()
                .map(camera -> new VisitFormPage.Choice(camera.id(), name(camera, words)))
                .toList();
    }

    private static Bilingual name(Camera camera, Words words) {
        Bilingual scene = PeopleLists.word(words, "scene", camera.scene());
        return new Bilingual(
                camera.id() + " " + camera.name() + "（" + scene.zh() + "）",
                camera.id() + " " + camera.name() + " (" + scene.en() + ")");
    }

    private static List<VisitFormPage.Item> items(Words words) {
        return words.all("patrolItem").stream()
                .map(word -> new VisitFormPage.Item(word.code(), word.name(), "", ""))
                .toList();
    }

    /** A visit with what was found in it. */
    VisitPage of(String id) throws SQLException {
        Visits.Recorded recorded = visits.find(id);
        if (recorded == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        Visit visit = recorded.visit();
        int today = pages.today();
        Policy policy = activePolicy.lately(today);
        Map<String, Market> markets = lists.markets();
        Market market = markets.get(visit.marketId());
        List<StoredFinding> findings = recorded.findings();
        PageTable table = PageTable.of(
                "findings",
                new Bilingual("发现的问题", "What was found wanting"),
                new Bilingual("没有问题。", "Nothing was found wanting."),
                FindingRows.COLUMNS,
                new FindingRows(policy, markets, today).of(findings),
                PageTable.Part.all(findings.size()));
        return new VisitPage(
                visit,
                market == null ? visit.marketId() : market.name(),
                PatrolRows.means(visit),
                PatrolRows.instant(visit.at().micros()),
                visit.items().stream()
                        .map(item -> new VisitPage.Answer(
                                PeopleLists.word(policy.ruleset().words(), "patrolItem", item.item()),
                                item.passed(),
                                item.remark()))
                        .toList(),
                photos(visit),
                table);
    }

    /** All images of a visit. */
    static List<String> photos(Visit visit) {
        List<String> photos = new ArrayList<>();
        String still = visit.still();
        if (still != null) {
            photos.add(still);
        }
        photos.addAll(visit.photos());
        return photos.stream().distinct().toList();
    }
}
