package org.anxin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A policy officer tries other numbers of a rule, with and without scripts. */
@QuarkusTest
@Tag("browser")
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfTest {
    private static final Chromium.Look ENGLISH = new Chromium.Look(Language.EN, ColorScheme.LIGHT, 1280);
    private static final double LONGEST_WAIT_MILLIS = 60_000;

    /** Sampled on 5 April, asked about 7 April, and a secret that is to be forgotten. */
    private static final String PERSON = """
            {"personnel": [{"id": "P-SECRET", "assignments": [{"market": {"id": "M-9", "type": "FARMERS"},
              "category": "STAFF", "from": "2022-01-01"}], "samples": [{"takenAt": "2022-05-10", "result": "NEGATIVE"}]}]}""";

    private static final String BATCH = """
            {"batch": {"id": "B-1", "goods": {"name": "cherries"}}}""";

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    private Chromium chromium;

    @BeforeAll
    void load() throws SQLException, IOException {
        chromium = new Chromium();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
        demo.load();
    }

    @AfterAll
    void clear() throws SQLException {
        chromium.close();
        demo.clear();
    }

    @AfterEach
    void nothingWasRefused() {
        Assertions.assertThat(chromium.complaints()).isEmpty();
        Assertions.assertThat(chromium.foreign()).isEmpty();
    }

    private Page window(boolean hasScripts) {
        String root = service.toString().replaceFirst("/$", "");
        Page window = hasScripts ? chromium.window(ENGLISH, root) : chromium.plainWindow(ENGLISH, root);
        window.setDefaultTimeout(LONGEST_WAIT_MILLIS);
        return window;
    }

    private static Locator button(Page window) {
        return window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See what would happen"));
    }

    private static Locator link(Page window, String name) {
        return window.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aNumberIsTriedOnARegisteredPersonWhileItIsWritten() {
        Page window = window(true);
        window.navigate("/rules");
        link(window, "What if EM-FM-1D").click();
        window.getByLabel("Id of the person").fill("P-000002");
        window.getByLabel("On the day").fill(DemoDay.DAY);
        assertThat(window.locator("#said")).containsText("P-000002: the decision stays the same.");
        Locator number = window.locator("#n1");
        number.fill("2");
        assertThat(window.locator("#said"))
                .containsText(
                        "Status due today becomes compliant; Sample by 7 April 2022 becomes 9 April 2022; Action warn the market becomes none.");
        assertThat(window.locator("tr.differs").last()).containsText("changed");
        number.fill("0");
        assertThat(number).hasAttribute("aria-invalid", "true");
        assertThat(window.locator("#results")).containsText("NUMBER_OUT_OF_RANGE");
        number.fill("3");
        assertThat(window.locator("#said")).containsText("becomes");
        assertThat(number).not().hasAttribute("aria-invalid", "true");
        assertThat(window).hasURL(Pattern.compile(".*[?&]n1=3(&.*)?$"));
        window.reload();
        assertThat(number).hasValue("3");
        link(window, "Make the change in the editor").click();
        assertThat(window).hasURL(Pattern.compile(".*/edit/testing/emergency-2022-04.drl$"));
        window.context().close();
    }

    @Test
    void withoutAScriptTheButtonDoesTheSame() {
        Page window = window(false);
        window.navigate("/rules/what-if?rule=EM-FM-1D&day=" + DemoDay.DAY);
        window.getByLabel("Id of the person").fill("P-000002");
        window.locator("#n1").fill("2");
        button(window).click();
        assertThat(window.locator("#said")).containsText("Status due today becomes compliant");
        window.getByLabel("Id of the person").fill("P-999999");
        button(window).click();
        assertThat(window.locator("#said")).containsText("Nobody is registered under this id.");
        window.context().close();
    }

    @Test
    void pastedFactsAreTriedAndForgotten() {
        for (boolean hasScripts : List.of(true, false)) {
            Page window = window(hasScripts);
            window.navigate("/rules/what-if?rule=FM-3D&day=2022-05-12&n1=4");
            link(window, "Pasted facts").click();
            assertThat(window.locator("#n1")).hasValue("4");
            Locator facts = window.getByLabel("Facts of people or batches (JSON)");
            facts.fill(PERSON);
            if (!hasScripts) {
                button(window).click();
            }
            assertThat(window.locator("#said"))
                    .containsText(
                            "P-SECRET: Status due tomorrow becomes compliant; Sample by 13 May 2022 becomes 14 May");
            Assertions.assertThat(window.url()).doesNotContain("SECRET");
            assertThat(facts).hasValue(PERSON);
            facts.fill(PERSON.replace("STAFF", "STAF"));
            if (!hasScripts) {
                button(window).click();
            }
            assertThat(window.locator("#results")).containsText("/personnel/0/assignments/0/category");
            assertThat(window.locator("#results")).containsText("UNDECLARED_WORD");
            facts.fill(BATCH);
            if (!hasScripts) {
                button(window).click();
            }
            assertThat(window.locator("#said")).containsText("B-1: the decision stays the same.");
            assertThat(window.locator("#results")).containsText("reject");
            window.context().close();
        }
    }

    @Test
    void aRuleThatDecidesAboutOtherThingsSaysSo() {
        Page window = window(false);
        window.navigate("/rules/what-if?rule=AC-BLOCK");
        assertThat(window.locator("#said")).containsText("There is no number and no day in this rule");
        Assertions.assertThat(window.navigate("/rules/what-if?rule=NO-SUCH").status())
                .isEqualTo(404);
        assertThat(window.locator("h1")).containsText("There is no such page");
        window.context().close();
    }
}
