package org.anxin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.anxin.files.StoredFiles;
import org.anxin.policy.ActivePolicy;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What inspectors and organisers of markets come for, done in a browser. */
@QuarkusTest
@Tag("browser")
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatrolTasksTest {
    private static final Chromium.Look PHONE = new Chromium.Look(Language.EN, ColorScheme.LIGHT, 360);
    private static final double LONGEST_WAIT_MILLIS = 60_000;
    private static final String DAY = "?day=" + DemoDay.DAY;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    @Inject
    DemoPatrols patrols;

    @Inject
    StoredFiles files;

    @Inject
    ActivePolicy policy;

    private Chromium chromium;
    private Page window;

    @BeforeAll
    void load() throws SQLException, IOException {
        chromium = new Chromium();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
        demo.load();
        patrols.load();
        demo.sweep("2022-04-06", DemoDay.DAY);
    }

    @AfterAll
    void clear() throws SQLException {
        chromium.close();
        demo.clear();
    }

    @BeforeEach
    void open() {
        window = chromium.window(PHONE, root());
        window.setDefaultTimeout(LONGEST_WAIT_MILLIS);
    }

    @AfterEach
    void close() {
        window.context().close();
        Assertions.assertThat(chromium.complaints()).isEmpty();
        Assertions.assertThat(chromium.foreign()).isEmpty();
    }

    private String root() {
        return service.toString().replaceFirst("/$", "");
    }

    private Locator link(String name) {
        return window.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return window.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator proof() {
        return window.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("How it was rectified"));
    }

    private Locator heading() {
        return window.locator("h1");
    }

    private static FilePayload photo() throws IOException {
        return new FilePayload("photo.png", "image/png", DemoPatrols.png());
    }

    private void answer(String item, String answer) {
        window.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(item))
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    /** Of a market's row of the part about patrols on the first page. */
    private Locator toRectify(String market) {
        return window.locator("table[aria-labelledby], section")
                .filter(new Locator.FilterOptions().setHas(window.locator("#patrols")))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(market))
                .getByRole(AriaRole.CELL)
                .first();
    }

    @Test
    void anInspectorRecordsAVisitOnAPhoneAndTheFindingIsClosedWithAPhoto() throws IOException {
        window.navigate("/patrols");
        link("Record a visit").click();
        window.getByLabel("Market", new Page.GetByLabelOptions().setExact(true)).selectOption("M-06");
        button("Continue").click();
        assertThat(heading()).containsText("第6农贸市场");
        button("Record").click();
        // Nothing was looked at: the form says so and keeps what was written.
        assertThat(window.getByText("Look at one item at least")).isVisible();
        answer("the market is cleaned and disinfected", "not met");
        answer("codes are scanned", "met");
        window.getByLabel("Other remarks").fill("x".repeat(200));
        window.getByLabel("Photos").setInputFiles(new FilePayload("a.txt", "image/png", "no photo".getBytes()));
        button("Record").click();
        assertThat(window.getByText("A photo must be JPEG or PNG")).isVisible();
        assertThat(window.getByLabel("Other remarks")).hasValue("x".repeat(200));
        window.getByLabel("Photos").setInputFiles(photo());
        button("Record").click();
        assertThat(heading()).hasText("Visit 第6农贸市场");
        link("the market is cleaned and disinfected").click();
        assertThat(heading()).containsText("To be rectified");
        String finding = window.url();

        window.navigate("/?day=" + today());
        assertThat(toRectify("第6农贸市场")).hasText("1");
        toRectify("第6农贸市场").getByRole(AriaRole.LINK).click();
        assertThat(window.locator("#findings")).containsText("the market is cleaned and disinfected");
        window.navigate("/markets/M-06?day=" + today());
        assertThat(window.locator("#findings")).containsText("To be rectified");

        window.navigate(finding);
        proof().fill("Cleaned again");
        button("Record and close").click();
        assertThat(window.getByText("Attach a photo of how it is now.")).isVisible();
        assertThat(proof()).hasValue("Cleaned again");
        window.getByLabel("Photos").setInputFiles(photo());
        button("Record and close").click();
        assertThat(heading()).containsText("Rectified");
        assertThat(window.locator(".steps")).containsText("Cleaned again");
        window.navigate("/markets/M-06?day=" + today());
        assertThat(window.locator("#findings")).containsText("Nothing is to be rectified.");
        window.navigate("/?day=" + today());
        assertThat(toRectify("第6农贸市场")).hasText("0");
    }

    @Test
    void anOrganiserPrintsListsWithNumbersOnEveryPage() throws IOException {
        window.navigate("/markets/M-11/not-ready" + DAY);
        link("All entries, to be printed").click();
        Assertions.assertThat(window.locator("#not-ready tbody tr").count()).isGreaterThan(50);
        try (PDDocument paper = Loader.loadPDF(window.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            int pages = paper.getNumberOfPages();
            Assertions.assertThat(pages).isGreaterThan(1);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            Assertions.assertThat(second.getText(paper))
                    .contains("2 / " + pages, "7 April 2022", "sweep 2022-04-07.1", "ruleset v1");
        }
    }

    @Test
    void everyListOfAMarketLeavesAsAFile() throws IOException, InterruptedException {
        for (MarketPart part : MarketPart.values()) {
            String path = "/markets/M-11/" + part.key() + DAY;
            HttpResponse<byte[]> csv = get(path + "&format=csv");
            Assertions.assertThat(csv.statusCode()).as(path).isEqualTo(200);
            String text = new String(csv.body(), StandardCharsets.UTF_8);
            Assertions.assertThat(text.lines().findFirst().orElse("")).as(path).contains(",");
            HttpResponse<byte[]> xlsx = get(path + "&format=xlsx");
            Assertions.assertThat(xlsx.headers().firstValue("Content-Type").orElse(""))
                    .contains("spreadsheetml");
            Assertions.assertThat(xlsx.body()).startsWith('P', 'K');
        }
        Assertions.assertThat(get("/markets/M-11/nothing").statusCode()).isEqualTo(404);
        Assertions.assertThat(get("/markets/M-11/notices?format=pdf").statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Accept-Language", "en")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aPersonIsReadAsOfAPastDay() {
        window.navigate("/people/P-000189" + DAY);
        assertThat(window.locator("#posts")).isVisible();
        assertThat(window.locator(".cal .s.owes").first()).isAttached();
        Locator events =
                window.locator("section").filter(new Locator.FilterOptions().setHas(window.locator("#happened")));
        int now = events.getByRole(AriaRole.ROW).count();
        window.getByLabel("As of", new Page.GetByLabelOptions().setExact(true)).fill("2022-03-01");
        button("Show").click();
        assertThat(window.locator(".lead")).containsText("As of 1 March 2022");
        Assertions.assertThat(events.getByRole(AriaRole.ROW).count()).isLessThan(now);
        assertThat(events).not().containsText("2022-04-");
    }

    @Test
    void everyNumberOfTheCalendarLeadsToItsList() {
        window.navigate("/" + DAY);
        Locator cells = window.locator(".heat tbody tr").first().locator("td a");
        int size = cells.count();
        Assertions.assertThat(size).isEqualTo(HeatReading.PAST + HeatReading.COMING + 1);
        for (int i : new int[] {size - HeatReading.COMING - 2, size - HeatReading.COMING - 1, size - 3}) {
            window.navigate("/" + DAY);
            String number = cells.nth(i).textContent();
            cells.nth(i).click();
            assertThat(window.locator("#list h2 .mute")).hasText(Pattern.compile("^" + number + "$"));
        }
    }

    @Test
    void findingsAreFiltered() {
        window.navigate("/patrols" + DAY);
        window.getByLabel("Market", new Page.GetByLabelOptions().setExact(true)).selectOption("M-02");
        button("Show").click();
        assertThat(window.locator("#findings tbody tr")).hasCount(2);
        assertThat(window.locator("#findings")).containsText("Overdue");
        window.getByLabel("Item", new Page.GetByLabelOptions().setExact(true)).selectOption("MASK_WORN");
        button("Show").click();
        assertThat(window.locator("#findings tbody tr")).hasCount(1);
        window.navigate("/notices");
        assertThat(window.locator("#queues")).containsText("HttpTimeoutException");
    }
}
