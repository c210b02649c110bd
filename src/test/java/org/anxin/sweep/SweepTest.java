package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.anxin.registry.DemoDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final SweepDistrict district = SweepDistrict.demo();

    @BeforeEach
    void start() {
        district.start();
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void everybodyOfTheDemoDistrictIsFoundAsExpected() throws Exception {
        long begin = System.nanoTime();
        Sweep run = district.run("2022-04-07");
        System.err.println("first " + (System.nanoTime() - begin) / 1e6);
        begin = System.nanoTime();
        Sweep again = district.run("2022-04-07");
        System.err.println("second " + (System.nanoTime() - begin) / 1e6);
        for (int i = 0; i < 10; i++) {
            begin = System.nanoTime();
            district.run("2022-04-07");
            System.err.println("more " + (System.nanoTime() - begin) / 1e6);
        }
        assertThat(run.id()).isEqualTo("2022-04-07.1");
        assertThat(run.state()).isEqualTo(SweepState.COMPLETED);
        assertThat(again.id()).isEqualTo("2022-04-07.2");
        List<String> expected = new ArrayList<>();
        for (String line : DemoDistrict.expected()) {
            JsonNode decision = new ObjectMapper().readTree(line);
            if (decision.has("personId")) {
                expected.add(decision.get("personId").asText() + " "
                        + decision.get("status").asText() + " "
                        + decision.get("dueOn").asText() + " "
                        + decision.get("action").asText());
            }
        }
        assertThat(district.rows("select id, status, coalesce(due_on::text, 'null'), action from results"
                        + " join people on no = person_no where sweep = 1"))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSize(2064);
        assertThat(district.count("results_past")).isZero();
    }
}
