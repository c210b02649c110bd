package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.anxin.demo.DemoBatches;
import org.anxin.desk.FalseDocuments;
import org.anxin.files.StoredFiles;
import org.anxin.policy.ActivePolicy;
import org.anxin.sweep.Sweeps;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page passes axe (WCAG 2.2 AA) and fits into its window in each language, colour scheme and width, also at twice the
 * size; the keyboard goes through it and is seen; it can be read without a script; what it loads is little and its own.
 */
@QuarkusTest
@Tag("browser")
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIsAccessibleTest {
    private static final String DAY = "?day=" + DemoDay.DAY;
    private static final int NARROW = 360;
    private static final int WIDE = 1280;
    private static final int NARROWEST = 320;
    private static final int TOUR_HEIGHT = 720;
    private static final int MOST_TABS = 40;
    private static final int MOST_SCRIPT = 25_000;
    private static final int MOST_OF_EDITOR = 160_000;

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
            "/rules/what-if",
            "/rules/what-if?rule=EM-FM-1D&day=2022-04-07&person=P-000002&n1=2",
            "/rules/what-if?rule=DC-2W&day=2022-04-07&with=facts&n1=0",
            "/batches",
            "/batches?group=lacking&q=B-00",
            "/batches/B-0028",
            "/batches/B-0029",
            "/batches/new",
            "/batches/B-0029/documents/new?replaces=2",
            "/batches/B-0001/pass",
            "/passes?code=nothing",
            "/recalls?type=SUPPLIER_LICENCE&number=SL-1",
            "/recalls/1",
            "/patrols" + DAY,
            "/patrols" + DAY + "&part=rectified&scope=single",
            "/patrols/days" + DAY,
            "/patrols/cameras" + DAY,
            "/patrols/not-ready" + DAY,
            "/patrols/new",
            "/patrols/new?market=M-01",
            "/patrols/visits/V-01-2022-04-07-09",
            "/patrols/findings/1",
            "/markets/M-01/not-ready" + DAY,
            "/markets/M-11/imported-goods" + DAY,
            "/notices",
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
            "/people/nobody",
            "/no/such/page");

    /** Pictures of the docs, by page. */
    private static final Map<String, String> TOUR = Map.of(
            "/" + DAY,
            "today",
            "/markets/M-01" + DAY,
            "market",
            "/people/P-000189" + DAY,
            "person",
            "/rules",
            "rules",
            "/rules/what-if?rule=EM-FM-1D&day=2022-04-07&person=P-000002&n1=2",
            "what-if",
            "/batches/B-0029",
            "batch");

    /** Rules of axe up to WCAG 2.2 AA, and what it calls best practice. */
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    @Inject
    DemoPatrols patrols;

    @Inject
    Sweeps sweeps;

    @Inject
    DemoBatches batches;

    @Inject
    FalseDocuments falseDocuments;

    @Inject
    StoredFiles files;

    @Inject
    ActivePolicy policy;

    @Inject
    Preview preview;

    private Chromium chromium;
    private String draft = "";
    private String impact = "";

    @BeforeAll
    void load() throws SQLException, IOException {
        chromium = new Chromium();
        demo.load();
        patrols.load();
        demo.sweep("2022-04-05", "2022-04-06", "2022-04-07");
        batches.declare();
        falseDocuments.find("SUPPLIER_LICENCE", "SL-2", "与签发机关核实不符", "local");
        draft = Integer.toString(preview.draft());
        impact = preview.of(Integer.parseInt(draft));
    }

    @AfterAll
    void clear() throws SQLException {
        chromium.close();
        demo.clear();
    }

    /** What axe finds in the page as it stands; it is put into the page once, for all looks. */
    private static final String AXE = """
            async tags => (await axe.run(document, {
                runOnly: tags, rules: {'target-size': {enabled: true}}, resultTypes: ['violations'], reporter: 'v2',
                elementRef: false, iframes: false
            })).violations.map(rule => rule.id + ' ' + rule.help + ' '
                + rule.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | '))""";

    private String root() {
        return service.toString().replaceFirst("/$", "");
    }

    private static String script(String name) {
        try (InputStream in = EveryPageIsAccessibleTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code looked} finds on every page, in a window of its own. */
    private void onEveryPage(Chromium.Look look, BiFunction<Page, String, Stream<String>> looked) {
        Page window = chromium.window(look, root());
        List<String> found = new ArrayList<>();
        for (String named : PAGES) {
            String page = named.replace("{version}", draft).replace("{impact}", impact);
            looked.apply(window, page).forEach(one -> found.add(page + ": " + one));
        }
        window.context().close();
        assertThat(found).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.foreign()).isEmpty();
    }

    private static Chromium.Look usual(Language language) {
        return new Chromium.Look(language, ColorScheme.LIGHT, WIDE);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageCanBeUsedByEverybody(Language language) {
        String axe = script("/axe.min.js");
        onEveryPage(usual(language), (window, page) -> {
            assertThat(window.navigate(page).status()).as(page).isLessThan(500);
            assertThat(window.getAttribute("html", "lang")).isEqualTo(language.tag());
            window.evaluate(axe);
            return looks(language).flatMap(look -> inLook(window, page, look));
        });
    }

    /** In turns of one page, so that it is loaded once: both widths, each in both colour schemes. */
    private static Stream<Chromium.Look> looks(Language language) {
        return Stream.of(WIDE, NARROW)
                .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .map(scheme -> new Chromium.Look(language, scheme, width)));
    }

    private static Stream<String> inLook(Page window, String page, Chromium.Look look) {
        window.setViewportSize(look.width(), 900);
        window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
        shoot(window, page, look);
        return Stream.concat(found(window, script("/pages/clipped.js"), null), found(window, AXE, TAGS))
                .map(one -> look.name() + " " + one);
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> found(Page window, String script, @Nullable Object argument) {
        return ((List<String>) window.evaluate(script, argument)).stream();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsLostAtTwiceTheSizeOrInTheNarrowestWindow(Language language) {
        onEveryPage(usual(language), (window, page) -> {
            window.navigate(page);
            return Stream.of(WIDE / 2, NARROWEST)
                    .flatMap(width -> Stream.of("100%", "200%")
                            .filter(size -> width == WIDE / 2 || size.equals("100%"))
                            .flatMap(size -> {
                                window.setViewportSize(width, 900);
                                window.evaluate("size => { document.documentElement.style.fontSize = size }", size);
                                return found(window, script("/pages/clipped.js"), null)
                                        .map(one -> width + " pixels, text at " + size + ": " + one);
                            }));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void theKeyboardGoesThroughEveryPageInItsOrderAndIsAlwaysSeen(int width) {
        onEveryPage(new Chromium.Look(Language.EN, ColorScheme.LIGHT, width), (window, page) -> {
            window.navigate(page);
            int count = (int) window.evaluate(script("/pages/focused.js"));
            for (int i = 0; i < Math.min(MOST_TABS, count); i++) {
                window.keyboard().press("Tab");
            }
            // What comes later is given the focus as the keyboard would, but all at once; the last Tab leaves the page.
            window.evaluate("""
                    () => {
                        focusOrder.slice(focusLog.last + 1).forEach(one =>
                            (one.shadowRoot?.querySelector("[contenteditable]") ?? one).focus());
                        focusLog.ended = true;
                    }""");
            window.keyboard().press("Tab");
            return found(window, """
                    () => [...focusLog.complaints,
                        ...(document.activeElement === focusOrder.at(-1) ? ['no way out of it'] : []),
                        ...(focusLog.seen < focusLog.count ? [focusLog.count - focusLog.seen + ' not reached'] : [])]""", null);
        });
    }

    @Test
    void nobodyNeedsAScriptToRead() {
        Page plain = chromium.plainWindow(Chromium.Look.USUAL, root());
        onEveryPage(Chromium.Look.USUAL, (window, page) -> {
            plain.navigate(page);
            window.navigate(page);
            boolean isSame = page.contains("/edit/") || text(plain).equals(text(window));
            return isSame ? Stream.of() : Stream.of("without a script it says something else");
        });
        plain.context().close();
    }

    private static String text(Page window) {
        return window.locator("body").innerText();
    }

    @Test
    void everyPageIsLightAndStrict() {
        onEveryPage(Chromium.Look.USUAL, (window, page) -> {
            List<Response> scripts = new ArrayList<>();
            java.util.function.Consumer<Response> hears = answer -> {
                if (answer.request().resourceType().equals("script")) {
                    scripts.add(answer);
                }
            };
            window.onResponse(hears);
            Response answer = window.navigate(page);
            window.offResponse(hears);
            int bytes = scripts.stream().mapToInt(one -> zipped(one.body())).sum();
            int most = page.contains("/edit/") ? MOST_OF_EDITOR : MOST_SCRIPT;
            return Stream.of(
                            bytes > most ? bytes + " bytes of scripts" : "",
                            Pages.POLICY.equals(answer.headerValue("content-security-policy")) ? "" : "no policy")
                    .filter(one -> !one.isEmpty());
        });
    }

    private static int zipped(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    /**
     * Pictures: of all pages for whoever works on the looks ({@code -Dpictures=target/pictures}), of some for the docs
     * ({@code -Dtour=docs/pictures}).
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
        if (tour != null && TOUR.containsKey(page) && look.equals(usual(look.language()))) {
            window.screenshot(new Page.ScreenshotOptions()
                    .setClip(0, 0, WIDE, TOUR_HEIGHT)
                    .setPath(Path.of(tour, TOUR.get(page) + (look.language() == Language.ZH ? ".png" : ".en.png"))));
        }
    }
}
