package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.anxin.local.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database crashes in the middle of an import. */
@QuarkusTest
@Timeout(120)
class ImportOutageTest {
    private static final int ROWS = 60_000;

    @TestHTTPResource("/api/v1/")
    URI api;

    @Inject
    DataSource database;

    private HttpResponse<String> post(String kind, String file) {
        return Http.post(api.resolve("imports/" + kind), "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static String samples() {
        StringBuilder file = new StringBuilder("person_id,taken_at,result,laboratory\n");
        LocalDateTime first = LocalDateTime.of(2021, 1, 1, 0, 0);
        for (int row = 0; row < ROWS; row++) {
            file.append("IO-P,").append(first.plusMinutes(row)).append(":00Z,NEGATIVE,\n");
        }
        return file.toString();
    }

    @Test
    void nothingOfTheFileIsStoredAndSendingAgainFinishesTheJob() throws Exception {
        String stored = "select count(*) from samples join people on no = person_no where id = 'IO-P'";
        assertThat(post("people", "id,name,id_number,phone\nIO-P,,,\n").statusCode())
                .isEqualTo(200);
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> post("samples", samples()));
        while (count("select count(*) from pg_stat_activity where query like 'with resolved%' and state = 'active'")
                == 0) {
            assertThat(answer).isNotDone();
            Thread.sleep(5);
        }
        TestServer.crash();
        try {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().headers().firstValue("Retry-After")).isPresent();
            assertThat(post("samples", samples()).statusCode()).isEqualTo(503);
        } finally {
            TestServer.start();
        }
        assertThat(count(stored)).isZero();
        assertThat(post("samples", samples()).body())
                .isEqualTo("{\"accepted\":" + ROWS + ",\"unchanged\":0,\"rejected\":[],\"more\":0}");
        assertThat(count(stored)).isEqualTo(ROWS);
    }
}
