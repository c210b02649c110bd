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
import javax.sql.DataSource;
import org.anxin.sweep.Sweeping;
import org.anxin.sweep.Sweeps;
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
    private static final double LONGEST_WAIT_MILLIS = 60_000;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    @Inject
    Sweeping sweeping;

    @Inject
    Sweeps sweeps;

    private DemoDay demo;
    private Chromium chromium;
    private Page window;

    @BeforeAll
    void load() throws SQLException, IOException {
        chromium = new Chromium();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
        demo = new DemoDay(database, sweeping, sweeps);
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
        window.navigate(version);
        assertThat(window.locator("#activate")).hasCount(0);
    }
}
