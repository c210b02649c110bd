package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.anxin.it.ServiceProcess;

/**
 * The province swept day after day while nothing happens: what every disturbed province is compared with. One for all
 * scenarios of a JVM; runs are made when they are first asked for.
 */
final class Undisturbed {
    private static final Province PROVINCE = new Province();
    private static final List<SortedMap<String, String>> LISTS = new ArrayList<>();
    private static Duration first = Duration.ZERO;

    private Undisturbed() {}

    /** Makes the next run in a province, after the news of its day; returns its id. */
    static String request(Province province, ServiceProcess node, int run) throws Exception {
        province.execute(People.newsFor(run));
        return new Sweeping(node).request(Province.day(run));
    }

    /** How long the first run takes in a process that has just started. */
    static Duration firstRun() throws Exception {
        through(1);
        return first;
    }

    /**
     * Fails unless the first runs of a province left what they leave when nothing happens: rows and lists.
     *
     * @param node that is asked for the lists
     * @return the lists of each run
     */
    static List<SortedMap<String, String>> assertSame(Province disturbed, ServiceProcess node, int runs)
            throws Exception {
        through(runs);
        Traces.assertSame(PROVINCE, disturbed, runs);
        List<String> sweeps = disturbed.column("select id from sweeps where no <= " + runs + " order by no");
        assertThat(sweeps).hasSize(runs);
        List<SortedMap<String, String>> lists = new ArrayList<>();
        for (String sweep : sweeps) {
            SortedMap<String, String> found = new Sweeping(node).lists(sweep, markets(disturbed));
            assertThat(found).as(sweep).isEqualTo(LISTS.get(lists.size()));
            lists.add(found);
        }
        return lists;
    }

    /** Fails unless the first run of a province found the same about some of the people. */
    static void assertSameFindings(Province disturbed, String people) throws Exception {
        through(1);
        Traces.assertSameFindings(PROVINCE, disturbed, people);
    }

    static List<String> markets(Province province) throws Exception {
        return province.column("select id from markets order by id");
    }

    private static void through(int runs) throws Exception {
        if (LISTS.size() >= runs) {
            return;
        }
        try (ServiceProcess node = PROVINCE.start("undisturbed")) {
            while (LISTS.size() < runs) {
                int run = LISTS.size();
                String id = request(PROVINCE, node, run);
                JsonNode ended = new Sweeping(node).ended(id);
                assertThat(ended.path("state").asText()).isEqualTo("COMPLETED");
                if (run == 0) {
                    first = Duration.ofMillis(PROVINCE.number(
                            "select (extract(epoch from ended - begun) * 1000)::bigint from sweeps where no = 1"));
                }
                LISTS.add(new Sweeping(node).lists(id, markets(PROVINCE)));
            }
        }
    }
}
