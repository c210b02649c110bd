package org.anxin.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The machine's own Chromium, driven as a user would; complains of whatever a page tries that it must not. */
final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-headless-shell"));

    private final Playwright playwright;
    private final Browser browser;

    /** What pages wrote to the console as errors: breaches of the content policy among them. */
    private final List<String> complaints = new ArrayList<>();

    /** Requests to anybody but the service. */
    private final List<String> foreign = new ArrayList<>();

    Chromium() {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow(Chromium::missing);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    private static AssertionError missing() {
        return new AssertionError("测试页面需要浏览器，本机没有找到。请安装后重试：apt-get install chromium fonts-noto-cjk\n"
                + "The tests of the pages need a browser and found none. Install it and run them again:"
                + " apt-get install chromium fonts-noto-cjk");
    }

    /** How somebody looks at pages. */
    record Look(Language language, ColorScheme scheme, int width) {
        static final Look USUAL = new Look(Language.ZH, ColorScheme.LIGHT, 1280);

        String name() {
            return language.code() + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        }
    }

    /** A window of its own, without cookies of others. */
    Page window(Look look, String service) {
        return window(look, service, true);
    }

    /** A window in which no script runs. */
    Page plainWindow(Look look, String service) {
        return window(look, service, false);
    }

    private Page window(Look look, String service, boolean hasScripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(hasScripts)
                .setBaseURL(service)
                .setLocale(look.language().tag())
                .setColorScheme(look.scheme())
                .setViewportSize(look.width(), 900)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean isAnswer = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !isAnswer) {
                complaints.add(page.url() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(service)) {
                foreign.add(request.url());
            }
        });
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    List<String> foreign() {
        return foreign;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
