package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anxin.security.Access;
import org.anxin.security.AccessTable;
import org.anxin.security.Identified;
import org.anxin.security.MarketOf;
import org.anxin.security.Role;
import org.anxin.security.TestIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks every route with every role, and with none, against the one table of docs/security.md. */
@QuarkusTest
@TestProfile(Identified.class)
class EveryRouteIsGuardedTest {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** Whoever may go on learns that there is no such thing, or that the body is none: nothing is changed. */
    private static final Map<String, String> VARIABLES =
            Map.of("from", "2022-04-07", "sha256", "0".repeat(64), "code", "A".repeat(22), "kind", "none");

    @TestHTTPResource("/")
    URI service;

    @Inject
    BeanManager beans;

    @Inject
    AccessTable table;

    private SortedSet<String> resources() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class)
                        && type.getName().startsWith("org.anxin.")
                        && !type.getPackageName().endsWith(".bench"))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(EveryRouteIsGuardedTest::route)
                .filter(route -> route != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable String route(Method method) {
        Route route = Route.of(method);
        return route == null ? null : route.toString();
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        SortedSet<String> rows = table.rows().stream()
                .map(Access::route)
                .filter(route -> !route.contains(" /q/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(resources());
    }

    @Test
    void everyRoleMayWhatItsColumnSaysAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            String token = TestIssuer.running().token("walker", List.of(role.code()), "M-WALK");
            for (Access access : table.rows()) {
                int status = status(access, token);
                boolean own = access.own() && role == Role.MARKET_ORGANISER;
                boolean may = access.open() || access.roles().contains(role) || own && access.of() == MarketOf.QUERY;
                // What is of no market, or is not there, is nobody's; a market's own path names another one here.
                if (may ? status == UNAUTHORIZED || status == FORBIDDEN : status != FORBIDDEN) {
                    wrong.add(role + " " + access.route() + " → " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyGetsInUnidentifiedButWhereAnybodyMay() {
        List<String> wrong = new ArrayList<>();
        for (Access access : table.rows()) {
            int status = status(access, null);
            if (access.open() ? status == UNAUTHORIZED || status == FORBIDDEN : status != UNAUTHORIZED) {
                wrong.add(access.route() + " → " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void somebodyWithoutARoleGetsInNowhereElse() {
        String token = TestIssuer.running().token("stranger", List.of("offline_access"));
        for (Access access : table.rows()) {
            if (!access.open()) {
                assertThat(status(access, token)).as(access.route()).isEqualTo(FORBIDDEN);
            }
        }
    }

    @Test
    void whatTheFrameworkServesBesideIsNobodys() {
        String token = TestIssuer.running().token("walker", List.of(Role.OPERATIONS.code()));
        for (String path : List.of("/q/dev-ui", "/q/info", "/q/arc", "/q/%69nfo", "/q//info")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
            assertThat(Http.send(request.copy()).statusCode()).as(path).isEqualTo(UNAUTHORIZED);
            assertThat(Http.send(request.header("Authorization", "Bearer " + token))
                            .statusCode())
                    .as(path)
                    .isEqualTo(FORBIDDEN);
        }
    }

    private int status(Access access, @Nullable String token) {
        String[] route = access.route().split(" ", 2);
        String path = route[1];
        while (path.contains("{")) {
            int from = path.indexOf('{');
            String variable = path.substring(from + 1, path.indexOf('}'));
            path = path.replace("{" + variable + "}", VARIABLES.getOrDefault(variable, "no-such"));
        }
        if (access.of() == MarketOf.QUERY) {
            path += "?market=M-WALK";
        }
        // Forms and links of other sites are refused in any case.
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).header("Sec-Fetch-Site", "same-origin");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (route[0].equals("POST") || route[0].equals("PUT")) {
            request.header("Content-Type", type(route[1]));
            request.method(route[0], HttpRequest.BodyPublishers.ofString("no body"));
        } else {
            request.method(route[0], HttpRequest.BodyPublishers.noBody());
        }
        HttpResponse<String> answer = Http.send(request);
        assertThat(answer.statusCode()).as(access.route()).isNotEqualTo(500);
        return answer.statusCode();
    }

    private static String type(String path) {
        if (path.equals("/api/v1/patrol-photos")) {
            return "application/octet-stream";
        }
        if (path.startsWith("/patrols/") || path.startsWith("/batches/{id}/documents/")) {
            return "multipart/form-data; boundary=none";
        }
        return path.startsWith("/api/v1/imports")
                ? "text/csv"
                : path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
    }
}
