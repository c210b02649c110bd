package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/** The zone of the machine, which may be any: days are days in {@code anxin.zone}. */
class MachineZoneIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Moments around the midnight at which 1 April begins, and the day on which each of them is. */
    private static final Map<String, String> MOMENTS = Map.of(
            "2022-03-31T23:59:59.999999+08:00", "2022-03-31",
            "2022-04-01T00:00:00+08:00", "2022-04-01",
            "2022-03-31T15:59:59Z", "2022-03-31",
            "2022-03-31T16:00:00Z", "2022-04-01",
            "2022-03-31T05:59:59-10:00", "2022-03-31",
            "2022-03-31T06:00:00-10:00", "2022-04-01",
            "2022-04-01", "2022-04-01",
            "2022-03-31", "2022-03-31");

    /** A machine. */
    private record Machine(String name, Map<String, String> environment, List<String> options) {
        static Machine withVariable(String zone) {
            return new Machine("TZ=" + zone, Map.of("TZ", zone), List.of());
        }

        static Machine withProperty(String zone) {
            return new Machine("user.timezone=" + zone, Map.of(), List.of("-Duser.timezone=" + zone));
        }
    }

    private static final List<Machine> MACHINES = List.of(
            Machine.withVariable("Pacific/Honolulu"),
            Machine.withProperty("Asia/Shanghai"),
            Machine.withVariable("UTC"),
            Machine.withVariable("Asia/Shanghai"),
            Machine.withProperty("Pacific/Kiritimati"));

    @Test
    void theSameBusinessDateGivesTheSameListsInEveryZone() throws Exception {
        List<SortedMap<String, String>> lists = new ArrayList<>();
        List<Machine> machines = MACHINES.subList(0, Scale.of(2, MACHINES.size()));
        try (Province first = new Province()) {
            lists.add(swept(first, machines.get(0)));
            for (Machine machine : machines.subList(1, machines.size())) {
                try (Province other = new Province()) {
                    lists.add(swept(other, machine));
                    Traces.assertSame(first, other, 1);
                }
            }
        }
        assertThat(lists).hasSameSizeAs(machines).allMatch(lists.get(0)::equals);
        Figures.tell(
                "zone of the machine",
                "the same bytes with "
                        + String.join(", ", machines.stream().map(Machine::name).toList()));
    }

    private static SortedMap<String, String> swept(Province province, Machine machine) throws Exception {
        province.execute("delete from samples where person_no <= " + MOMENTS.size());
        try (ServiceProcess node =
                province.start("node", machine.environment, machine.options.toArray(String[]::new))) {
            assertTodayIsTodayThere(node);
            sample(province, node);
            String sweep = Undisturbed.request(province, node, 0);
            assertThat(new Sweeping(node).ended(sweep).path("state").asText()).isEqualTo("COMPLETED");
            return new Sweeping(node).lists(sweep, Undisturbed.markets(province));
        }
    }

    /** Each moment is the only sample of one person. */
    private static void sample(Province province, ServiceProcess node) throws Exception {
        List<String> moments = MOMENTS.keySet().stream().sorted().toList();
        StringBuilder file = new StringBuilder("person_id,taken_at,result,laboratory\n");
        for (int i = 0; i < moments.size(); i++) {
            file.append("P-%07d,%s,NEGATIVE,\n".formatted(i + 1, moments.get(i)));
        }
        JsonNode report = new ObjectMapper()
                .readTree(node.post("/api/v1/imports/samples", "text/csv", BodyPublishers.ofString(file.toString()))
                        .body());
        assertThat(report.path("accepted").asInt()).as(report.toString()).isEqualTo(moments.size());
        assertThat(province.column(
                        "select taken_on from samples where person_no <= " + moments.size() + " order by person_no"))
                .isEqualTo(moments.stream().map(MOMENTS::get).toList());
    }

    private static void assertTodayIsTodayThere(ServiceProcess node) throws Exception {
        LocalDate before = LocalDate.now(ZONE);
        JsonNode answer = new ObjectMapper()
                .readTree(node.post(
                                "/api/v1/evaluate", "application/json", BodyPublishers.ofString("{\"personnel\": []}"))
                        .body());
        assertThat(LocalDate.parse(answer.path("asOf").asText())).isBetween(before, LocalDate.now(ZONE));
    }
}
