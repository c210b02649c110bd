package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/** A year of nights in one process: what it keeps does not grow. */
class SoakIT {
    private static final int NIGHTS = Scale.of(20, 365);
    private static final int WARM_UP = Scale.of(6, 40);
    private static final int BETWEEN = Scale.of(7, 25);
    private static final int CALLS = Scale.of(20, 200);
    private static final LocalDate FIRST = LocalDate.of(2022, 4, 1);

    /** More than measuring varies by, much less than any leak of a year would be. */
    private static final double MOST_GROWTH = 0.25;

    private static final int MOST_CONNECTIONS = 44;
    private static final String EVALUATION = """
            {"asOf": "%s", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}]}]}""";

    private final List<Memory> memory = new ArrayList<>();
    private long mostConnections;

    @Test
    void heapMetaspaceAndConnectionsStayWhatTheyAre() throws Exception {
        try (Province province = new Province()) {
            ServiceProcess node = province.start("node");
            for (int night = 0; night < NIGHTS; night++) {
                sweep(province, node, night);
                if (night >= WARM_UP && (night - WARM_UP) % BETWEEN == 0 || night == NIGHTS - 1) {
                    memory.add(Memory.of(node));
                    mostConnections = Math.max(mostConnections, connections(province));
                }
            }
            Memory first = memory.get(0);
            Memory last = memory.get(memory.size() - 1);
            Figures.tell(
                    NIGHTS + " nights",
                    String.format(
                            Locale.ROOT,
                            "%s since night %d; at most %d connections",
                            last.since(first),
                            WARM_UP,
                            mostConnections));
            assertThat((double) last.heap()).isLessThan(first.heap() * (1 + MOST_GROWTH));
            assertThat((double) last.metaspace()).isLessThan(first.metaspace() * (1 + MOST_GROWTH));
            assertThat(mostConnections).isLessThanOrEqualTo(MOST_CONNECTIONS);
        }
    }

    private static void sweep(Province province, ServiceProcess node, int night) throws Exception {
        String day = FIRST.plusDays(night).toString();
        province.execute(People.newsFor(night));
        JsonNode ended = new Sweeping(node).run(day);
        assertThat(ended.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(node.get("/api/v1/markets/M-01/warnings?asOf=" + day).statusCode())
                .isEqualTo(200);
        for (int call = 0; call < CALLS; call++) {
            assertThat(node.post(
                                    "/api/v1/evaluate",
                                    "application/json",
                                    BodyPublishers.ofString(EVALUATION.formatted(day)))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static long connections(Province province) throws Exception {
        return province.number("select count(*) from pg_stat_activity where application_name = 'node'"
                + " and datname = current_database()");
    }
}
