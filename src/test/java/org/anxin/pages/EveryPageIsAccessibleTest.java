package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anxin.sweep.Sweeping;
import org.anxin.sweep.Sweeps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page passes axe (WCAG 2.2 AA) and fits into its window, in looks that pair each language with each colour scheme and
 * each width.
 */
@QuarkusTest
@Tag("browser")
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIsAccessibleTest {
    private static final String DAY = "?day=" + DemoDay.DAY;
    private static final int NARROW = 360;
    private static final int WIDE = 1280;
    private static final int TOUR_HEIGHT = 720;

    private static final List<String> PAGES = List.of(
            "/" + DAY,
            "/?day=2022-04-08",
            "/markets",
            "/markets/M-01" + DAY,
            "/markets/M-11" + DAY + "&group=on-duty&page=2",
            "/markets/M-01" + DAY + "&sampled=2022-04-05",
            "/people?q=P-00001",
            "/people/P-000189" + DAY,
            "/people/P-000078" + DAY,
            "/sweeps",
            "/sweeps/2022-04-07.1",
            "/rules",
            "/rules/gaps?from=2022-04-01&to=2022-05-31",
            "/rules/versions/1",
            "/rules/versions/1/files/testing/cadence.drl",
            "/rules/versions/1/edit/testing/actions.drl",
            "/rules?q=%E5%85%88&kind=testing",
            "/rules/schedule",
            "/rules/history/FM-3D",
            "/rules/change?rule=EM-FM-2D",
            "/rules/change/new?rule=AD-LICENCE",
            "/rules/versions/{version}",
            "/rules/versions/{version}/impact",
            "/rules/versions/{version}/shadow",
            "/rules/impacts/{impact}",
            "/rules/impacts/{impact}/people?change=OVERDUE",
            "/people/nobody");

    private static final Map<String, String> TOUR =
            Map.of("/" + DAY, "today", "/people/P-000189" + DAY, "person", "/rules", "rules");

    /** Rules of axe up to WCAG 2.2 AA, and what it calls best practice. */
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    @Inject
    Sweeping sweeping;

    @Inject
    Sweeps sweeps;

    @Inject
    Preview preview;

    private DemoDay demo;
    private Chromium chromium;
    private String draft = "";
    private String impact = "";

    @BeforeAll
    void load() throws SQLException, IOException {
        chromium = new Chromium();
        demo = new DemoDay(database, sweeping, sweeps);
        demo.load();
        demo.sweep("2022-04-05", "2022-04-06", "2022-04-07");
        draft = Integer.toString(preview.draft());
        impact = preview.of(Integer.parseInt(draft));
    }

    @AfterAll
    void clear() throws SQLException {
        chromium.close();
        demo.clear();
    }

    static Stream<Chromium.Look> looks() {
        return Stream.of(
                new Chromium.Look(Language.ZH, ColorScheme.LIGHT, WIDE),
                new Chromium.Look(Language.EN, ColorScheme.DARK, WIDE),
                new Chromium.Look(Language.EN, ColorScheme.LIGHT, NARROW),
                new Chromium.Look(Language.ZH, ColorScheme.DARK, NARROW));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageCanBeUsedByEverybody(Chromium.Look look) {
        String root = service.toString().replaceFirst("/$", "");
        Page window = chromium.window(look, root);
        List<String> found = PAGES.stream()
                .map(page -> page.replace("{version}", draft).replace("{impact}", impact))
                .flatMap(page -> mistakes(window, page, look))
                .toList();
        window.context().close();
        assertThat(found).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.foreign()).isEmpty();
    }

    private static Stream<String> mistakes(Page window, String page, Chromium.Look look) {
        window.navigate(page);
        shoot(window, page, look);
        assertThat(window.getAttribute("html", "lang"))
                .isEqualTo(look.language().tag());
        int overflow =
                (int) window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Stream<String> wide = overflow > 0 ? Stream.of(page + " is " + overflow + " pixels too wide") : Stream.of();
        List<Rule> violations = new AxeBuilder(window).withTags(TAGS).analyze().getViolations();
        return Stream.concat(wide, violations.stream().map(rule -> page + ": " + told(rule)));
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .collect(Collectors.joining(" | "));
    }

    /**
     * Pictures: of all pages for whoever works on the looks ({@code -Dpictures=target/pictures}), of three for the tour in the
     * docs ({@code -Dtour=docs/pictures}).
     */
    private static void shoot(Page window, String page, Chromium.Look look) {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            String name = page.replaceAll("[^A-Za-z0-9]+", "-");
            window.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, look.name() + name + ".png")));
        }
        String tour = System.getProperty("tour");
        if (tour != null && TOUR.containsKey(page) && look.equals(Chromium.Look.USUAL)) {
            window.screenshot(new Page.ScreenshotOptions()
                    .setClip(0, 0, WIDE, TOUR_HEIGHT)
                    .setPath(Path.of(tour, TOUR.get(page) + ".png")));
        }
    }
}
