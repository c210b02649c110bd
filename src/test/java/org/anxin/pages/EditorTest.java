package org.anxin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
    private static final double LONGEST_WAIT_MILLIS = 15_000;
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
        window.keyboard().press("ArrowDown");
        window.keyboard().press("Enter");
        assertThat(rules()).containsText(Pattern.compile("daysLeft <= 1, days(Left|Over)"));
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
}
