package org.anxin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy officer changes rules in the editor, with the keyboard. */
@QuarkusTest
@Tag("browser")
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditorTest {
    private static final double LONGEST_WAIT_MILLIS = 60_000;
    private static final String ACTIONS = "/rules/versions/1/edit/testing/actions.drl";
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @TestHTTPResource("/")
    URI service;

    private Chromium chromium;
    private Page window;

    @BeforeAll
    void start() {
        chromium = new Chromium();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    @AfterEach
    void close() {
        window.context().close();
        Assertions.assertThat(chromium.complaints()).isEmpty();
        Assertions.assertThat(chromium.foreign()).isEmpty();
    }

    private void open(Language language, ColorScheme scheme, int width, String page) {
        window = chromium.window(
                new Chromium.Look(language, scheme, width), service.toString().replaceFirst("/$", ""));
        window.setDefaultTimeout(LONGEST_WAIT_MILLIS);
        window.navigate(page);
        checked();
    }

    private void open(String page) {
        open(Language.EN, ColorScheme.LIGHT, 1280, page);
    }

    private void checked() {
        assertThat(window.locator("#edit")).hasAttribute("data-check", "found");
    }

    private Locator rules() {
        return window.locator("#text-editor .cm-content");
    }

    private Locator cases() {
        return window.locator("#cases-editor .cm-content");
    }

    private Locator status(String field) {
        return window.locator("#" + field + "-editor ~ [role=status]").last();
    }

    /** Puts the cursor behind a text, as somebody does who searches for it. */
    private void goTo(Locator editor, String text) {
        editor.focus();
        window.keyboard().press("Control+Home");
        window.keyboard().press("Control+f");
        window.keyboard().type(text);
        window.keyboard().press("Enter");
        window.keyboard().press("Escape");
        window.keyboard().press("ArrowRight");
    }

    private void rub(int characters) {
        for (int i = 0; i < characters; i++) {
            window.keyboard().press("Backspace");
        }
    }

    private Locator button(String name) {
        return window.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void shoot(String name) {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            window.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, "editor-" + name + ".png")));
        }
    }

    @Test
    void aMistakeIsUnderlinedAsItIsTypedAndMendedWithTheKeyboard() {
        open(ACTIONS);
        goTo(rules(), "daysLeft");
        rub(4);
        window.keyboard().insertText("left");
        assertThat(window.locator("#text-editor .cm-lintRange-error")).hasText("daysleft");
        assertThat(status("text")).containsText(Pattern.compile("Errors: 1, .*first at line \\d+: .*daysleft"));
        shoot("mistake");
        window.keyboard().press("Control+.");
        assertThat(window.locator("#text-editor .cm-lintRange-error")).hasCount(0);
        assertThat(rules()).containsText("daysLeft <= 1");
        assertThat(status("text")).containsText("No mistakes");
        Assertions.assertThat(window.locator("#text").inputValue()).contains("daysLeft <= 1");
    }

    @Test
    void whatMayBeWrittenIsOfferedWhereItMayBeWritten() {
        open(ACTIONS);
        goTo(rules(), "daysLeft <= 1");
        window.keyboard().type(", da");
        Locator offered = window.locator("#text-editor .cm-tooltip-autocomplete");
        assertThat(offered).containsText("daysLeft");
        assertThat(offered).containsText("daysOver");
        offered.getByText("daysOver").click();
        assertThat(rules()).containsText("daysLeft <= 1, daysOver");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "category != \"TEMPORARY\" | , category == \" | DIRECT_CONTACT",
                "category != \"TEMPORARY\" | , marketType not | not in",
                "every(14). | d | days",
            })
    void wordsAndPhrasesAreOfferedToo(String before, String typed, String offered) {
        open("/rules/versions/1/edit/testing/cadence.drl");
        goTo(rules(), before);
        window.keyboard().type(typed);
        window.keyboard().press("Control+Space");
        assertThat(window.locator("#text-editor .cm-tooltip-autocomplete")).containsText(offered);
    }

    @Test
    void aCaseThatFailsIsShownAtItsLineAndCounted() {
        open(ACTIONS);
        assertThat(window.locator(".hint", new Page.LocatorOptions().setHasText("cases, 0 fail")))
                .isVisible();
        goTo(cases(), "status: COMPLIANT, action: NO");
        rub(2);
        window.keyboard().insertText("WARN #");
        assertThat(window.locator(".hint.bad")).containsText(Pattern.compile("\\d+ cases, [1-9]"));
        assertThat(window.locator("#cases-editor ~ .found li").first()).containsText("line ");
        assertThat(window.locator("#cases-editor .cm-lintRange")).not().hasCount(0);
    }

    @Test
    void aRuleWithoutCasesGetsOneToBeginWith() {
        open(ACTIONS);
        rules().focus();
        window.keyboard().press("Control+End");
        window.keyboard()
                .insertText(
                        "\nrule \"AC-NEW Long overdue\"\n@title(\"x\")\nwhen\n$o : Obligation( daysOver >= 40 )\nthen\n"
                                + "actions.suspend( $o );\nend\n");
        button("Insert “@directive(\"BJ-2022-04-07\")”").click();
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Insert .*AC-NEW")))
                .first()
                .click();
        assertThat(cases()).isFocused();
        assertThat(cases()).containsText("- case: AC-NEW applying");
        assertThat(window.locator(".hint.bad")).containsText("5 cases, 1 fail");
        window.keyboard().type("OVERDUE");
        assertThat(cases()).containsText("expect: {status: \"OVERDUE?\"}");
    }

    @Test
    void theDifferencesFromTheVersionInForceAreShown() {
        open(ACTIONS);
        goTo(rules(), "daysLeft <= 1");
        rub(1);
        window.keyboard().type("2");
        Locator compare = button("Compare with the version in force, 1").first();
        compare.focus();
        window.keyboard().press("Enter");
        assertThat(compare).hasAttribute("aria-pressed", "true");
        assertThat(window.locator("#text-editor .cm-deletedChunk")).containsText("daysLeft <= 1");
        assertThat(window.locator("#text-editor .cm-changedLine")).containsText("daysLeft <= 2");
        assertThat(window.getByText("Changes: 1")).isVisible();
        axe();
        shoot("comparison");
        window.keyboard().press("Enter");
        assertThat(window.locator("#text-editor .cm-deletedChunk")).hasCount(0);
    }

    @Test
    void whatWasWrittenBecomesADraftAndItsCopyIsForgotten() {
        open(ACTIONS);
        goTo(rules(), "rules.testing");
        window.keyboard().type("\n// y ");
        window.keyboard().press("Shift+Home");
        window.keyboard().type("// x ");
        window.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("A remark");
        button("Store as a draft").click();
        assertThat(window.locator("h1")).containsText("Draft");
        assertThat(window.locator("figure.diff")).containsText("// x ");
        window.navigate(ACTIONS);
        window.waitForFunction("() => localStorage.length === 0");
        assertThat(window.locator("#kept")).hasCount(0);
    }

    @Test
    void whatWasWrittenIsOfferedBackAfterACrash() {
        open(ACTIONS);
        goTo(rules(), "rules.testing");
        window.keyboard().type("\n// abc");
        Page other = window.context().newPage();
        window.close(new Page.CloseOptions().setRunBeforeUnload(false));
        window = other;
        window.navigate(ACTIONS);
        assertThat(window.locator("#kept")).containsText("was not stored");
        assertThat(rules()).not().containsText("abc");
        button("Take it back").click();
        assertThat(rules()).containsText("// abc");
        assertThat(window.locator("#kept")).hasCount(0);
    }

    @Test
    void leavingWithUnsavedTextIsAskedAbout() {
        open(ACTIONS);
        goTo(rules(), "rules.testing");
        window.keyboard().type("\n// abc");
        boolean[] isAsked = {false};
        window.onDialog(dialog -> {
            isAsked[0] = dialog.type().equals("beforeunload");
            dialog.accept();
        });
        window.navigate("/rules");
        Assertions.assertThat(isAsked[0]).isTrue();
    }

    @Test
    void tabLeavesTheEditorAndTheSummaryLeadsToTheMistake() {
        open(ACTIONS);
        goTo(rules(), "daysLeft");
        window.keyboard().type("x");
        assertThat(status("text")).containsText("Errors: 1");
        window.keyboard().press("Escape");
        window.keyboard().press("Tab");
        assertThat(status("text").getByRole(AriaRole.LINK)).isFocused();
        window.keyboard().press("Enter");
        assertThat(rules()).isFocused();
        assertThat(window.locator("#text-editor .cm-activeLine")).containsText("daysLeftx");
    }

    @ParameterizedTest
    @CsvSource({"ZH, LIGHT, 1280", "EN, DARK, 1280", "EN, LIGHT, 360", "ZH, DARK, 360"})
    void mistakesAndTheirFixesCanBeReadByEverybody(Language language, ColorScheme scheme, int width) {
        open(language, scheme, width, ACTIONS);
        goTo(rules(), "daysLeft");
        window.keyboard().type("x");
        assertThat(window.locator("#text-editor .cm-lintRange-error")).hasCount(1);
        axe();
        shoot("mistakes-" + new Chromium.Look(language, scheme, width).name());
        rub(2);
        window.keyboard().press("Control+Space");
        assertThat(window.locator("#text-editor .cm-tooltip-autocomplete")).isVisible();
        axe();
        int overflow =
                (int) window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(overflow).isZero();
    }

    private void axe() {
        Assertions.assertThat(new AxeBuilder(window).withTags(TAGS).analyze().getViolations())
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
    }

    /** How long after the last key a mistake is underlined; the median goes into docs/performance.md. */
    @Test
    void aMistakeIsUnderlinedSoon() {
        open("/rules/versions/1/edit/testing/cadence.drl");
        goTo(rules(), "marketType");
        List<Long> waits = new java.util.ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long typed = System.nanoTime();
            window.keyboard().type("x");
            window.waitForSelector("#text-editor .cm-lintRange-error");
            waits.add((System.nanoTime() - typed) / 1_000_000);
            window.keyboard().press("Backspace");
            assertThat(window.locator("#text-editor .cm-lintRange-error")).hasCount(0);
            checked();
        }
        waits.sort(null);
        System.out.println("Underlined after " + waits + " ms");
        Assertions.assertThat(waits.get(waits.size() / 2)).isLessThan((long) LONGEST_WAIT_MILLIS);
    }
}
