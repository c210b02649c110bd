package org.anxin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.anxin.demo.DemoBatches;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a market and an inspector do with imported goods, in a browser without scripts. */
@QuarkusTest
@Tag("browser")
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTasksTest {
    private static final Chromium.Look ENGLISH = new Chromium.Look(Language.EN, ColorScheme.LIGHT, 1280);
    private static final double LONGEST_WAIT_MILLIS = 60_000;
    private static final String DAY = "2022-04-07";
    private static final FilePayload SCAN =
            new FilePayload("scan.pdf", "application/pdf", "%PDF-1.7\n%test\n".getBytes(StandardCharsets.UTF_8));

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    @Inject
    DemoBatches batches;

    private Chromium chromium;
    private Page window;

    @BeforeAll
    void load() throws SQLException, IOException {
        chromium = new Chromium();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
        demo.load();
        batches.declare();
    }

    @AfterAll
    void clear() throws SQLException {
        chromium.close();
        demo.clear();
    }

    @BeforeEach
    void open() {
        window = chromium.window(ENGLISH, service.toString().replaceFirst("/$", ""));
        window.setDefaultTimeout(LONGEST_WAIT_MILLIS);
    }

    @AfterEach
    void close() {
        window.context().close();
        Assertions.assertThat(chromium.complaints()).isEmpty();
        Assertions.assertThat(chromium.foreign()).isEmpty();
    }

    private Locator link(String name) {
        return window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return window.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** States of pages that only somebody's doing brings about. */
    private void passesAxe() {
        Assertions.assertThat(new AxeBuilder(window).analyze().getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    private void fill(String label, String value) {
        window.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
    }

    @Test
    void theNumbersOfTodayLeadToListsOfSoManyBatches() {
        window.navigate("/?day=" + DAY);
        for (String figure :
                new String[] {"Lack a document", "Decided that day", "Admitted of them", "Refused of them"}) {
            window.navigate("/?day=" + DAY);
            Locator number = window.locator("#imports .figs > div")
                    .filter(new Locator.FilterOptions().setHasText(figure))
                    .locator("dd a");
            String count = number.innerText();
            number.click();
            assertThat(window.locator("#list-title")).hasText("Batches " + count);
        }
    }

    @Test
    void aBatchIsFoundByTheNumberOfADocument() {
        window.navigate("/batches");
        fill("Find", "qc-29");
        window.keyboard().press("Enter");
        assertThat(window.locator("#list tbody tr")).hasCount(1);
        window.locator("#list tbody th a").click();
        assertThat(window.locator(
                        "article", new Page.LocatorOptions().setHasText("entry quarantine certificate QC-29")))
                .containsText("gives the goods name");
    }

    /** From the declaration to the recall: as a market without software and its inspector do it. */
    @Test
    void aBatchIsDeclaredCompletedSettledPassedAndRecalled() {
        declare();
        assertThat(window.locator("h1")).containsText("refused");
        add("supplier licence");
        fill("Number", "SL-900");
        fill("Issued on", "2021-05-01");
        fill("Valid until", "2030-12-31");
        fill("Holder", "甬城进口贸易有限公司");
        button("Add and decide").click();
        addWithLots("preventive disinfection certificate", "DC-900");
        add("nucleic-acid test report");
        fill("Sampled on", "2022-04-02");
        window.getByLabel("Result").selectOption("NEGATIVE");
        certificate("TR-900");
        assertThat(window.locator(".gap")).hasCount(1);

        // The last one is refused at first: what was written stays, the file too.
        add("entry quarantine certificate");
        fill("Goods", "樱桃");
        fill("Origin", "CL");
        fill("Quantity 1", "many");
        window.locator("#file").setInputFiles(SCAN);
        certificate("QC-900");
        assertThat(window.locator("#quantity0-mistake")).containsText("Enter a number");
        assertThat(window.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("QC-900");
        assertThat(window.locator("#file-hint")).containsText("The file chosen before is kept");
        passesAxe();
        fill("Quantity 1", "1200");
        fill("Unit 1", "kg");
        button("Add and decide").click();

        assertThat(window.locator("h1")).containsText("waits for a person");
        Locator paper = window.locator("article").filter(new Locator.FilterOptions().setHasText("QC-900"));
        assertThat(paper.locator(".facts .fault")).containsText("a person decides");
        assertThat(paper).containsText("Open the scan");
        settle();
        String code = pass();
        gate(code, "May enter");
        recall();
        gate(code, "Recalled");
        window.navigate("/recalls");
        window.locator("tbody th a").first().click();
        assertThat(window.locator("#holders")).containsText("1");
        assertThat(window.locator("tbody")).containsText("NB-900");
    }

    private void declare() {
        window.navigate("/batches");
        link("Register a batch").click();
        fill("Id of the batch", "NB 900");
        fill("Id of the operator", "O-00270");
        fill("Goods", "车厘子");
        fill("Origin", "CL");
        fill("Supplier", "甬城进口贸易有限公司");
        fill("Declared on", "2022-04-05");
        fill("Arrives on", DAY);
        fill("Lot 1", "L1");
        fill("Quantity 1", "1200");
        fill("Unit 1", "kg");
        button("Register and decide").click();
        assertThat(window.locator("#id-mistake")).containsText("letters, digits");
        passesAxe();
        assertThat(window.getByLabel("Supplier")).hasValue("甬城进口贸易有限公司");
        fill("Id of the batch", "NB-900");
        button("Register and decide").click();
        assertThat(window).hasURL(Pattern.compile(".*/batches/NB-900$"));
    }

    private void add(String type) {
        link("Add " + type).click();
        assertThat(window.locator("h1")).containsText("Add " + type);
    }

    private void certificate(String number) {
        fill("Number", number);
        fill("Issued on", "2022-04-03");
        fill("Lot 1", "L1");
        button("Add and decide").click();
    }

    private void addWithLots(String type, String number) {
        add(type);
        certificate(number);
        assertThat(window.locator("article").filter(new Locator.FilterOptions().setHasText(number)))
                .hasCount(1);
    }

    private void settle() {
        button("Settle").click();
        assertThat(window.locator("#outcome-mistake")).containsText("Choose");
        passesAxe();
        window.getByLabel("Admit", new Page.GetByLabelOptions().setExact(true)).check();
        fill("Why", "Two names of one fruit");
        button("Settle").click();
        assertThat(window.locator("h1")).containsText("admitted");
        assertThat(window.locator(".lead")).containsText("Two names of one fruit");
    }

    private String pass() {
        link("Pass").click();
        assertThat(window.locator("svg.qr")).isVisible();
        window.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(window.locator(".top")).isHidden();
        Assertions.assertThat(window.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))
                .hasSizeGreaterThan(5_000);
        window.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return window.locator("figcaption code").innerText();
    }

    /** A scanner types and presses Enter, in the field that has the focus. */
    private void gate(String code, String verdict) {
        window.navigate("/passes");
        assertThat(window.locator("#code")).isFocused();
        window.keyboard().type(code);
        window.keyboard().press("Enter");
        assertThat(window.locator(".verdict")).containsText(verdict);
        passesAxe();
        assertThat(window.locator("#code")).isFocused();
    }

    private void recall() {
        window.navigate("/batches/NB-900");
        window.locator("article")
                .filter(new Locator.FilterOptions().setHasText("QC-900"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Report as false"))
                .click();
        assertThat(window.locator("#number")).hasValue("QC-900");
        fill("Why", "The issuer does not know it");
        button("Record and recall").click();
        assertThat(window.locator("h1")).containsText("QC-900");
    }
}
