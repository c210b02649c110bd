package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anxin.it.ServiceProcess;

/**
 * Sweeps as whoever works with the service asks for them.
 *
 * @param node that is asked
 */
record Sweeping(ServiceProcess node) {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Asks for a run and returns its id. */
    String request(String day) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                node.post("/api/v1/sweeps", "application/json", BodyPublishers.ofString("{\"asOf\": \"" + day + "\"}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    JsonNode get(String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = node.get("/api/v1/sweeps/" + id);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TREES.readTree(answer.body());
    }

    /** Waits for the end of a run. */
    JsonNode ended(String id) throws Exception {
        Wait.until(
                "end of sweep " + id,
                PATIENCE,
                () -> !get(id).path("state").asText().equals("RUNNING"));
        return get(id);
    }

    /** Asks for a run and waits for its end. */
    JsonNode run(String day) throws Exception {
        return ended(request(day));
    }

    /** Both lists of each market as bytes, by address. */
    SortedMap<String, String> lists(String id, List<String> markets) throws IOException, InterruptedException {
        SortedMap<String, String> lists = new TreeMap<>();
        for (String market : markets) {
            for (String kind : List.of("warnings", "suspensions")) {
                String path = "/api/v1/markets/" + market + "/" + kind + "?sweep=" + id;
                HttpResponse<String> answer = node.get(path);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Link"))
                        .as("another page")
                        .isEmpty();
                lists.put(path, Digest.of(answer.body().getBytes(StandardCharsets.UTF_8)));
            }
        }
        return lists;
    }
}
