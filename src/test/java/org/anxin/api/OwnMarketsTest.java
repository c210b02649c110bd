package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.anxin.security.Access;
import org.anxin.security.AccessTable;
import org.anxin.security.Identified;
import org.anxin.security.MarketOf;
import org.anxin.security.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A market organiser sees its own market, by every route that it may use, and nothing of another by any of them. */
@QuarkusTest
@TestProfile(Identified.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnMarketsTest {
    private static final String OWN = "A";
    private static final String OTHER = "B";

    /** What a market has, with its letter in every name. */
    private static final String THINGS = """
            insert into markets (id, name, type) values ('M-@', '名', 'FARMERS');
            insert into operators (id, market_no, name) select 'O-@', no, '名' from markets where id = 'M-@';
            insert into people (id) values ('P-@');
            insert into assignments (person_no, market_no, category, from_on) select p.no, m.no, 'STAFF', '2022-01-01'
                from people p, markets m where p.id = 'P-@' and m.id = 'M-@';
            insert into batches (id, operator_no, market_no, lots, state, decision, received_by)
                select 'B-@', o.no, o.market_no, '[]', 'REJECTED', 1, 'local' from operators o where o.id = 'O-@';
            insert into passes (code, batch_no, from_on)
                select repeat('@', 22), no, '2022-04-07' from batches where id = 'B-@';
            insert into cameras (id, market_no, name, scene) select 'C-@', no, '名', 'x' from markets where id = 'M-@';
            insert into images (sha256, size, kind) values (repeat(lower('@'), 64), 1, 'PNG');
            insert into visits (id, market_no, at, on_day, means)
                select 'V-@', no, '2022-04-07 08:00Z', '2022-04-07', 'VISIT' from markets where id = 'M-@';
            insert into visit_photos select no, 1, repeat(lower('@'), 64) from visits where id = 'V-@';
            insert into patrol_findings (visit_no, item, market_no, at, on_day, code, due_on, rule, directive, ruleset, zh, en)
                select no, 'X', market_no, at, on_day, 'X', on_day, 'X', 'X', (select min(id) from rulesets), 'x', 'x'
                from visits where id = 'V-@';
            """;

    @TestHTTPResource("/")
    URI service;

    @Inject
    AccessTable table;

    @Inject
    DataSource database;

    private final String token = TestIssuer.running().token("organiser", List.of("market-organiser"), "M-" + OWN);

    @BeforeAll
    void store() throws SQLException {
        execute(THINGS.replace("@", OWN));
        execute(THINGS.replace("@", OTHER));
    }

    @AfterAll
    void clear() throws SQLException {
        Tables.empty(database, "markets, people, images, patrol_findings");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String name(MarketOf of, String letter) throws SQLException {
        return switch (of) {
            case QUERY -> "";
            case MARKET -> "M-" + letter;
            case PERSON -> "P-" + letter;
            case OPERATOR -> "O-" + letter;
            case BATCH -> "B-" + letter;
            case CAMERA -> "C-" + letter;
            case PATROL -> "V-" + letter;
            case PASS -> letter.repeat(22);
            case PHOTO -> letter.toLowerCase(Locale.ROOT).repeat(64);
            case FINDING -> finding(letter);
        };
    }

    private String finding(String letter) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select f.no from patrol_findings f join visits v on v.no = f.visit_no"
                        + " where v.id = 'V-" + letter + "'")) {
            return row.next() ? row.getString(1) : "0";
        }
    }

    private int status(String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Sec-Fetch-Site", "same-origin");
        if (method.equals("GET")) {
            request.GET();
        } else {
            boolean isForm = path.startsWith("/patrols/");
            request.header("Content-Type", isForm ? "multipart/form-data; boundary=none" : "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString("no body"));
        }
        HttpResponse<String> answer = Http.send(request);
        return answer.statusCode();
    }

    /** The route with this name in the place of the first part that varies, and something in the others. */
    private static String path(Access access, String name) {
        String path = access.route().substring(access.route().indexOf(' ') + 1);
        return path.replaceFirst("[{][^}]*[}]", name)
                .replace("{from}", "2022-04-07")
                .replaceAll("[{][^}]*[}]", "none");
    }

    @Test
    void ofTheOwnMarketEverythingOfAnotherNothing() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Access access : table.rows()) {
            MarketOf of = access.of();
            if (of == null) {
                continue;
            }
            String method = access.route().split(" ", 2)[0];
            boolean query = of == MarketOf.QUERY;
            String own = query ? path(access, "") + "?market=M-" + OWN : path(access, name(of, OWN));
            String other = query ? path(access, "") + "?market=M-" + OTHER : path(access, name(of, OTHER));
            String none = query ? path(access, "") : path(access, "no-such");
            for (Map.Entry<String, Boolean> each :
                    Map.of(own, true, other, false, none, false).entrySet()) {
                int status = status(method, each.getKey());
                if (each.getValue() ? status == 401 || status == 403 : status != 403) {
                    wrong.add(method + " " + each.getKey() + " → " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noSpellingOfAnAddressLeadsRound() {
        for (String path : List.of(
                "/api/v1/markets/M%2DB/warnings",
                "/api/v1/markets/M-A;x=M-B/../M-B/warnings",
                "/api/v1/markets/M-B;id=M-A/warnings",
                "/api/v1//markets/M-B/warnings",
                "/api/v1/markets/M-B/warnings?market=M-A",
                "/api/v1/markets/M-B/warnings?format=csv",
                "/api/v1/markets/M-B/suspensions?format=xlsx",
                "/api/v1/markets/M-B/",
                "/api/v1/people?market=M-A&market=M-B",
                "/api/v1/people?Market=M-B&market=M-A",
                "/api/v1/people?market=M-A%00",
                "/api/v1/notices?subdistrict=x",
                "/api/v1/batches?market=M-B&state=ADMITTED",
                "/people?q=P-B",
                "/markets/M%2DB",
                "/markets",
                "/",
                "/api/v1/coverage",
                "/api/v1/figures?asOf=2022-04-07")) {
            assertThat(status("GET", path)).as(path).isIn(400, 403, 404);
        }
    }
}
