package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.security.Identified;
import org.anxin.security.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People sign in at the issuer, come back to the page that they wanted, and sign out. */
@QuarkusTest
@TestProfile(Identified.class)
class SignInTest {
    private static final String PAGE = "/sweeps?x=1";
    private static final Pattern SIGN_IN = Pattern.compile("href=\"(/login[?]back=[^\"]+)\"");

    @TestHTTPResource("/")
    URI service;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(cookies)
            .build();

    @BeforeAll
    static void run() {
        assertThat(TestIssuer.running()).isNotNull();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(address));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> post(URI address, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static URI next(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isIn(302, 303);
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    /** From a page that is not shown to the page that is, through the issuer's form. */
    private HttpResponse<String> signIn(String page, String subject, String claims) {
        HttpResponse<String> refused = get(page);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        Matcher link = SIGN_IN.matcher(refused.body());
        assertThat(link.find()).as(refused.body()).isTrue();
        URI issuer = next(get(link.group(1)));
        assertThat(issuer.toString()).contains("code_challenge=", "redirect_uri=", "client_id=anxin");
        assertThat(get(issuer.toString()).statusCode()).isEqualTo(200);
        String form = "username=" + subject + "&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8);
        URI back = next(post(issuer, form));
        assertThat(back.toString()).contains("/login?").contains("code=");
        URI here = next(get(back.toString()));
        URI wanted = next(get(here.toString()));
        assertThat(wanted.toString()).endsWith(page);
        return get(wanted.toString());
    }

    @Test
    void whoSignsInComesBackToThePageAndIsGreeted() {
        HttpResponse<String> page = signIn(PAGE, "u-1", "{\"roles\": [\"inspector\"], \"name\": \"Zhang <San>\"}");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Zhang &lt;San&gt;", "href=\"/logout\"")
                .doesNotContain("<San>");
        assertThat(cookies.getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.isHttpOnly() && !cookie.getValue().contains("eyJhbGciOiJSUzI1NiI"));
    }

    @Test
    void whatTheRoleMayNotDoIsNotOfferedAndRefused() {
        String claims = "{\"roles\": [\"inspector\"]}";
        assertThat(signIn("/sweeps", "u-2", claims).body()).doesNotContain("method=\"post\"");
        HttpResponse<String> refused =
                post(service.resolve("/sweeps"), "day=2022-04-07", "Sec-Fetch-Site", "same-origin");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("您的角色无权").contains("/logout");
        HttpResponse<String> english = get("/rules/versions/1/edit/words.yaml", "Accept-Language", "en");
        assertThat(english.statusCode()).isEqualTo(403);
        assertThat(english.body()).contains("Your role may not");
    }

    @Test
    void otherSitesDoNothingInASession() {
        signIn("/sweeps", "u-3", "{\"roles\": [\"operations\", \"inspector\"]}");
        URI sweeps = service.resolve("/sweeps");
        assertThat(post(sweeps, "day=2022-04-07", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(sweeps, "day=2022-04-07").statusCode()).isEqualTo(403);
        URI api = service.resolve("/api/v1/false-documents");
        HttpRequest.Builder forged = HttpRequest.newBuilder(api)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        HttpResponse<String> refused = send(forged.copy().header("Sec-Fetch-Site", "same-site"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/foreign-site");
        assertThat(send(forged.copy()).statusCode()).isEqualTo(403);
        assertThat(send(forged.copy().header("Sec-Fetch-Site", "same-origin")).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/markets").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheIssuer() {
        signIn("/sweeps", "u-4", "{\"roles\": [\"auditor\"]}");
        assertThat(get("/logout", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(get("/sweeps").statusCode()).isEqualTo(200);
        URI issuer = next(get("/logout", "Sec-Fetch-Site", "same-origin"));
        assertThat(issuer.toString()).contains("endsession", "id_token_hint=", "post_logout_redirect_uri=");
        assertThat(get("/sweeps").statusCode()).isEqualTo(401);
    }

    @Test
    void aMarketOrganiserIsLedToItsOwnMarkets() {
        String claims = "{\"roles\": [\"market-organiser\"], \"anxin_markets\": [\"M-OWN\"]}";
        HttpResponse<String> home = signIn("/", "u-5", claims);
        assertThat(home.statusCode()).isEqualTo(403);
        assertThat(home.body()).contains("href=\"/markets/M-OWN\"").doesNotContain("href=\"/people\"");
    }

    @Test
    void whoHasNoRoleIsToldSoAndNotSentRound() {
        HttpResponse<String> page = signIn("/sweeps", "u-6", "{\"name\": \"Nobody\"}");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Nobody", "/logout");
    }

    @Test
    void theWayBackLeadsToThisServiceOnly() {
        signIn("/sweeps", "u-7", "{\"roles\": [\"auditor\"]}");
        assertThat(next(get("/login?back=https://evil.example/")).getPath()).isEqualTo("/");
        assertThat(next(get("/login?back=//evil.example/")).getHost()).isEqualTo(service.getHost());
    }
}
