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
import org.anxin.sweep.Sweeps;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What inspectors and policy officers come for, done with mouse and keyboard in a browser without scripts. */
@QuarkusTest
@Tag("browser")
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksTest {
    private static final Chromium.Look ENGLISH = new Chromium.Look(Language.EN, ColorScheme.LIGHT, 1280);
    private static final double LONGEST_WAIT_MILLIS = 60_000;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    @Inject
    Sweeps sweeps;

    private Chromium chromium;
    private Page window;

    @BeforeAll
    void load() throws SQLException, IOException {
        chromium = new Chromium();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
        demo.load();
        demo.sweep("2022-04-06", DemoDay.DAY);
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

    private static String digits(Locator place) {
        return place.innerText().replaceAll("[^0-9]", "");
    }

    @Test
    void everyNumberOfTodayLeadsToAListOfSoManyPeople() {
        window.navigate("/");
        for (String figure : List.of("Due today", "Due tomorrow", "Overdue", "Suspended", "Never sampled")) {
            Locator number = window.locator(".figs > div")
                    .filter(new Locator.FilterOptions()
                            .setHas(window.getByText(figure, new Page.GetByTextOptions().setExact(true))))
                    .locator("dd a")
                    .first();
            String count = digits(number);
            number.click();
            assertThat(window.locator("#list-title"))
                    .hasText(figure + " " + Language.EN.number(Integer.parseInt(count)));
        }
    }

    @Test
    void anInspectorFindsWhyAPersonIsSuspended() {
        window.navigate("/");
        window.locator("section", new Page.LocatorOptions().setHas(heading("^Markets$")))
                .locator("tbody tr")
                .first()
                .locator("td a.r")
                .first()
                .click();
        assertThat(heading("^Overdue")).isVisible();
        window.locator("#list tbody th a").first().click();
        assertThat(window.locator(".lead")).containsText("overdue; a sample must be taken by");
        assertThat(window.locator(".lead")).containsText("because of");
        assertThat(window.locator("table.cal td.now")).hasCount(1);
        assertThat(window.locator("#stopped")).isVisible();
    }

    @Test
    void somebodyIsFoundByIdAndShownAsOfAnotherDay() {
        window.navigate("/people");
        window.getByLabel("Id, name, identity number or phone").fill("P-000189");
        window.keyboard().press("Enter");
        window.locator("ul.lines a").first().click();
        window.getByLabel("As of", new Page.GetByLabelOptions().setExact(true)).fill("2022-04-04");
        button("Show").click();
        assertThat(window.locator(".lead")).containsText("As of 4 April 2022: exempt");
        assertThat(window.locator("table.cal td.away")).not().hasCount(0);
    }

    @Test
    void aMarketPrintsItsListsWithEveryHeading() {
        window.navigate("/markets");
        window.locator("tbody th a").first().click();
        assertThat(heading("^Warning list")).isVisible();
        window.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(window.locator("#warnings tr.printed")).containsText("sweep 2022-04-07.1 · ruleset v");
        assertThat(window.locator(".top")).isHidden();
        Assertions.assertThat(window.pdf()).hasSizeGreaterThan(10_000);
    }

    @Test
    void aDayIsSweptAndFollowedToItsEnd() {
        window.navigate("/?day=2022-04-01");
        link("Sweep now").first().click();
        assertThat(window.getByLabel("Day to decide")).hasValue("2022-04-01");
        button("Start").click();
        // The page reloads itself until the run has ended.
        assertThat(window.locator(".head .ok")).containsText("All 2,064 people were decided, nobody missed");
        link("See the figures and lists of the day").click();
        assertThat(heading("^1 Apr Friday")).isVisible();
        assertThat(window.locator(".figs")).isVisible();
    }

    @Test
    void theLanguageChangesAndThePageStays() {
        window.navigate("/markets/M-01?day=2022-04-07");
        link("中文").click();
        assertThat(window.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(window).hasURL(Pattern.compile(".*/markets/M-01\\?day=2022-04-07$"));
        window.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("今日").setExact(true))
                .click();
        assertThat(window.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void everythingIsReachedWithTheKeyboard() {
        window.navigate("/");
        window.keyboard().press("Tab");
        assertThat(link("Skip to content")).isFocused();
        window.keyboard().press("Enter");
        assertThat(window).hasURL(Pattern.compile(".*#main$"));
        window.keyboard().press("Tab");
        Assertions.assertThat(window.evaluate("document.querySelector('main').contains(document.activeElement)"))
                .isEqualTo(true);
    }

    @Test
    void aPolicyOfficerWarnsADayEarlierAndTakesItBack() {
        sweep();
        String before = warned();
        edit("daysLeft <= 1", "daysleft <= 2");
        window.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("Warn two days ahead");
        button("Store as a draft").click();
        assertThat(window.locator("#text-mistakes .fatal").first()).containsText("testing/actions.drl, line");
        assertThat(window.locator("#text-mistakes")).containsText("daysLeft");
        Locator text = window.locator("#text");
        Assertions.assertThat(text.inputValue()).contains("daysleft <= 2");
        assertThat(window.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Warn two days ahead");
        text.fill(text.inputValue().replace("daysleft", "daysLeft"));
        button("Check").click();
        assertThat(window.locator("#cases-mistakes")).containsText("AC-WARN");
        Locator cases = window.locator("#cases");
        cases.fill(cases.inputValue()
                .replace("asOf: 2022-03-11", "asOf: 2022-03-10")
                .replace("asOf: 2022-03-12", "asOf: 2022-03-11")
                .replace("{status: DUE_TOMORROW, action: WARN}", "{status: COMPLIANT, action: WARN}"));
        button("Store as a draft").click();
        assertThat(heading("^version .*Draft")).isVisible();
        assertThat(window.locator("pre.add")).containsText("daysLeft <= 2");
        mendTheCaseThatForbidsAnApproval();
        String draft = window.url();

        send("approve", "Checked");
        assertThat(window.locator("h1")).containsText("Approved");
        previewTheImpact();
        assertThat(window.locator("#activate")).containsText("Newly warned");
        window.locator("#activate-day").fill("2022-02-01");
        send("activate", "From 1 February 2022");
        assertThat(window.locator("h1")).containsText("In force");
        sweep();
        Assertions.assertThat(Integer.parseInt(warned())).isGreaterThan(Integer.parseInt(before));
        window.navigate(draft);
        send("roll-back", "Not yet");
        assertThat(window.locator("h1")).containsText("Retired");
        sweep();
        Assertions.assertThat(warned()).isEqualTo(before);
    }

    /** Before it is published, the page says what would change for whom. */
    private void previewTheImpact() {
        assertThat(window.locator("#activate")).containsText("No preview of the impact of this content was made.");
        window.getByLabel("First day").fill("2022-04-07");
        window.getByLabel("Last day").fill("2022-04-08");
        button("Preview").click();
        assertThat(heading("^Impact of version .*Complete")).isVisible();
        Locator warned = window.locator(".figs > div")
                .filter(new Locator.FilterOptions()
                        .setHas(window.getByText("Newly warned", new Page.GetByTextOptions().setExact(true))))
                .locator("dd a");
        Assertions.assertThat(Integer.parseInt(digits(warned))).isPositive();
        warned.click();
        assertThat(heading("^People that are changed")).isVisible();
        assertThat(window.locator("tbody tr")).not().hasCount(0);
        window.goBack();
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Back to version")))
                .click();
    }

    /** A case beside other rules expects that nobody is warned so early. */
    private void mendTheCaseThatForbidsAnApproval() {
        assertThat(window.locator("#approve")).hasCount(0);
        assertThat(window.locator(".card", new Page.LocatorOptions().setHas(window.locator("#check"))))
                .containsText("1 of them forbid an approval");
        window.locator(".mistakes a").first().click();
        assertThat(heading("emergency-2022-04.cases.yaml")).isVisible();
        link("Edit").click();
        Locator cases = window.locator("#text");
        cases.fill(cases.inputValue().replace("dueOn: 2022-04-07, action: NONE", "dueOn: 2022-04-07, action: WARN"));
        window.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("The case follows");
        button("Store as a draft").click();
        assertThat(heading("^version .*Draft")).isVisible();
    }

    private void edit(String from, String to) {
        window.navigate("/rules");
        Locator group = window.locator("section.file")
                .filter(new Locator.FilterOptions()
                        .setHas(window.getByText("testing/actions.drl", new Page.GetByTextOptions().setExact(true))));
        group.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Edit"))
                .first()
                .click();
        Locator text = window.locator("#text");
        text.fill(text.inputValue().replace(from, to));
    }

    private void send(String form, String reason) {
        window.locator("#" + form + "-reason").fill(reason);
        window.locator("form#" + form + " button").click();
    }

    private void sweep() {
        window.navigate("/sweeps?day=2022-04-07");
        button("Start").click();
        assertThat(window.locator(".head .ok")).isVisible();
    }

    /** How many people the warning lists of the day name. */
    private String warned() {
        window.navigate("/?day=2022-04-07&group=warned");
        return digits(window.locator("#list-title"));
    }
}
