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
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What policy officers come to the desk for, done in a browser without scripts. */
@QuarkusTest
@Tag("browser")
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTasksTest {
    private static final Chromium.Look ENGLISH = new Chromium.Look(Language.EN, ColorScheme.LIGHT, 1280);
    private static final double LONGEST_WAIT_MILLIS = 15_000;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    private Chromium chromium;
    private Page window;

    @BeforeAll
    void load() throws SQLException, IOException {
        chromium = new Chromium();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
        demo.load();
        demo.sweep(DemoDay.DAY);
    }

    @AfterAll
    void clear() throws SQLException {
        chromium.close();
        demo.clear();
    }

    @BeforeEach
    void open() {
        window = chromium.plainWindow(ENGLISH, service.toString().replaceFirst("/$", ""));
        window.setDefaultTimeout(LONGEST_WAIT_MILLIS);
    }

    @AfterEach
    void close() {
        window.context().close();
        Assertions.assertThat(chromium.complaints()).isEmpty();
        Assertions.assertThat(chromium.foreign()).isEmpty();
    }

    private Locator link(String name) {
        return window.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return window.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator heading(String name) {
        return window.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    /** A draft in which a text of a rule file is another. */
    private void draft(String path, String from, String to, String why) {
        window.navigate("/rules/versions/1/edit/" + path);
        Locator text = window.locator("#text");
        text.fill(text.inputValue().replace(from, to));
        window.locator("#reason").fill(why);
        button("Store as a draft").click();
        assertThat(heading("^version .*Draft")).isVisible();
    }

    @Test
    void theImpactOfADraftIsPreviewedAndEveryNumberLeadsToItsList() {
        draft("testing/cadence.drl", "every(3).days()", "every(2).days()", "Every two days");
        String version = window.url();
        window.getByLabel("First day").fill("2022-04-18");
        window.getByLabel("Last day").fill("2022-04-16");
        button("Preview").click();
        assertThat(window.locator("#preview-mistake")).containsText("before the first");
        assertThat(window.getByLabel("First day")).hasValue("2022-04-18");
        window.getByLabel("Last day").fill("2022-04-19");
        button("Preview").click();
        assertThat(heading("^Impact of version .*Complete")).isVisible();
        Locator warned =
                window.locator("#kinds ~ *, section:has(#kinds) tbody tr").first();
        assertThat(warned).isVisible();
        Locator number = window.locator("section:has(#kinds) tbody td a").first();
        number.click();
        assertThat(heading("^People that are changed")).isVisible();
        assertThat(window.locator("tbody tr").first()).isVisible();
        window.locator("tbody th a").first().click();
        assertThat(window.locator(".lead")).isVisible();
        window.navigate(version + "/impact");
        assertThat(window.locator("section:has(#made) tbody tr")).hasCount(1);
    }

    @Test
    void aRuleIsFoundByItsTextAndItsKind() {
        window.navigate("/rules");
        int all = window.locator("li.rule").count();
        window.getByLabel("Kind").selectOption("testing");
        window.getByLabel(Pattern.compile("^Text of a rule")).fill("every 14 days");
        button("Show").click();
        assertThat(window.locator("li.rule")).hasCount(1);
        assertThat(window.locator("li.rule")).containsText("IC-14D");
        link("Show all").click();
        assertThat(window.locator("li.rule")).hasCount(all);
    }

    @Test
    void aNumberIsChangedByFormAndTheDiffIsThatOneLine() {
        window.navigate("/rules?q=IC-14D");
        link("Change a number").click();
        Locator days = window.locator("#numbers input");
        assertThat(days).hasValue("14");
        days.fill("0");
        button("Show the change").click();
        assertThat(window.locator("#numbers .mistake")).containsText("from 1 to 366");
        assertThat(days).hasValue("0");
        days.fill("10");
        button("Show the change").click();
        assertThat(window.locator(".diff span.add")).hasCount(1);
        assertThat(window.locator(".diff span.del")).hasCount(1);
        assertThat(window.locator(".diff span.add").last()).containsText("every(10).days()");
        assertThat(window.locator(".mistakes")).containsText("IC-14D");
        button("Store as a draft").click();
        assertThat(window.locator("#m-reason")).isVisible();
        window.locator("#reason").fill("Ten days");
        button("Go on in the editor").click();
        Assertions.assertThat(window.locator("#text").inputValue()).contains("every(10).days()");
        assertThat(window.locator("#cases-mistakes")).containsText("IC-14D");
    }

    @Test
    void anEmergencyWindowIsOpenedWithItsCasesScheduledAndCancelled() {
        window.navigate("/rules?q=EM-PM-2D");
        link("Open an emergency window").click();
        window.getByLabel("Id", new Page.GetByLabelOptions().setExact(true)).fill("EM-PM-2D");
        window.getByLabel(Pattern.compile("^First day")).fill("2022-05-09");
        window.getByLabel(Pattern.compile("^Last day")).fill("2022-05-05");
        button("Show the change").click();
        assertThat(window.locator("#m-id")).containsText("There is a rule with this id");
        assertThat(window.locator("#m-to")).containsText("before the first");
        window.locator("#i-id").fill("EM-PM-MAY");
        window.locator("#i-from").fill("2022-05-01");
        button("Show the change").click();
        assertThat(window.locator("section:has(#diff)")).containsText("testing/em-pm-may.drl");
        assertThat(window.locator("section:has(#check)")).containsText("No mistakes.");
        window.locator("#reason").fill("May");
        button("Store as a draft").click();
        assertThat(heading("^version .*Draft")).isVisible();
        window.locator("#approve-reason").fill("Checked");
        window.locator("form#approve button").click();
        assertThat(window.locator("#activate")).containsText("No preview of the impact");
        window.locator("#activate-day").fill("2999-05-01");
        window.locator("#activate-reason").fill("For May");
        window.locator("form#activate button").click();
        assertThat(window.locator("h1")).containsText("Approved, scheduled");
        link("Schedule and history").click();
        Locator coming = window.locator("section:has(#timetable) li").last();
        assertThat(coming).containsText("days");
        coming.getByLabel("Why").fill("Not needed");
        coming.getByRole(AriaRole.BUTTON).click();
        assertThat(window.locator("h1")).containsText("Retired");
        window.navigate("/rules/schedule");
        assertThat(window.locator("section:has(#timetable) form")).hasCount(0);
        assertThat(window.locator("section:has(#events) tbody tr").first()).containsText("Rolled back to it");
        window.navigate("/rules/history/EM-PM-MAY");
        assertThat(window.locator("main")).containsText("For May");
        assertThat(window.locator("pre.add")).containsText("2022-05-01");
    }

    @Test
    void aDocumentThatWasUnknownIsMadeNecessary() {
        window.navigate("/rules?q=AD-LICENCE&kind=admission");
        link("Add a required document").first().click();
        window.locator("#i-id").fill("AD-ORIGIN-DOC");
        window.locator("#i-title").fill("无原产地证明不得入场");
        window.locator("#i-sentence").fill("No goods enter without the certificate of origin");
        window.locator("#i-code").fill("ORIGIN_CERTIFICATE");
        button("Show the change").click();
        assertThat(window.locator("#m-code")).isVisible();
        window.locator("#i-code-zh").fill("原产地证明");
        window.locator("#i-code-en").fill("certificate of origin");
        button("Show the change").click();
        assertThat(window.locator("section:has(#check)")).containsText("No mistakes.");
        window.locator("#reason").fill("Origin");
        button("Store as a draft").click();
        assertThat(heading("^version .*Draft")).isVisible();
        assertThat(window.locator("#approve")).isVisible();
    }

    @Test
    void aShadowRunIsBegunAndEnded() {
        draft("testing/actions.drl", "daysLeft <= 1", "daysLeft <= 3", "Warn earlier");
        link("Shadow run").click();
        window.getByLabel(Pattern.compile("^Share of the calls")).fill("50");
        button("Begin").click();
        assertThat(window.locator("h1")).containsText("Running");
        assertThat(window.locator(".head")).containsText("50%");
        button("End").click();
        assertThat(window.locator("h1")).containsText("Ended");
        assertThat(window.locator("section:has(#kinds)")).containsText("No difference yet.");
    }
}
