package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.anxin.it.ServiceProcess;
import org.anxin.local.TestCluster;
import org.junit.jupiter.api.Test;

/** All processes of a machine that runs in local mode end at once: the service and its PostgreSQL. */
class LostMachineIT {
    private static final int LOSSES = Scale.of(2, 10);
    private static final int LONGEST_MILLIS = 3000;

    /** Parcels of which a part was stored. */
    private static final String TORN = """
            select laboratory from samples group by laboratory
            having count(*) <> case when laboratory like 'file-%%' then %d else %d end""".formatted(Senders.FILE, Senders.DOCUMENT);

    private static final String STORED = """
            select id || ' ' || extract(epoch from taken_at)::bigint from samples join people on no = person_no""";

    private final long seed = Long.getLong("anxin.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Senders senders = new Senders();
    private final List<Duration> starts = new ArrayList<>();

    @Test
    void whateverWasConfirmedIsThereAfterTheNextStart() throws Exception {
        System.out.println("LostMachineIT: -Danxin.faults.seed=" + seed);
        Path directory = Province.directory("machine");
        TestCluster database = new TestCluster(directory.resolve("anxin-data/postgres"));
        try {
            for (int loss = 0; loss < LOSSES; loss++) {
                lose(directory, database, loss);
            }
            try (ServiceProcess node = started(directory)) {
                assertNothingIsLost(database, node);
            }
        } finally {
            database.kill();
        }
        Figures.tell(
                "machine lost",
                LOSSES + " times; " + senders.confirmed().size() + " confirmed samples and the lists of "
                        + senders.issued().size() + " completed sweeps all there; ready after "
                        + Figures.spread(starts.subList(1, starts.size())));
    }

    private void lose(Path directory, TestCluster database, int loss) throws Exception {
        try (ServiceProcess node = started(directory)) {
            if (loss == 0) {
                Senders.register(node);
            }
            assertNothingIsLost(database, node);
            int before = senders.confirmed().size();
            List<Thread> atWork = senders.start(node);
            Thread.sleep(1000 + random.nextInt(LONGEST_MILLIS));
            if (random.nextBoolean()) {
                node.kill();
                database.kill();
            } else {
                database.kill();
                node.kill();
            }
            for (Thread one : atWork) {
                one.join();
            }
            assertThat(senders.confirmed()).hasSizeGreaterThan(before);
        }
    }

    private ServiceProcess started(Path directory) throws Exception {
        long begin = System.nanoTime();
        List<String> options = new ArrayList<>(Scale.jvm());
        options.add("-Danxin.sweep.cron=off");
        ServiceProcess node = ServiceProcess.start(directory, options.toArray(String[]::new));
        starts.add(Duration.ofNanos(System.nanoTime() - begin));
        return node;
    }

    private void assertNothingIsLost(TestCluster database, ServiceProcess node) throws Exception {
        Set<String> lost = new HashSet<>(senders.confirmed());
        column(database, STORED).forEach(lost::remove);
        assertThat(lost).as("samples that were confirmed and are gone").isEmpty();
        assertThat(column(database, TORN))
                .as("documents and files of which a part is there")
                .isEmpty();
        for (Map.Entry<String, SortedMap<String, String>> run : senders.issued().entrySet()) {
            assertThat(senders.lists(node, run.getKey())).as(run.getKey()).isEqualTo(run.getValue());
        }
    }

    private static List<String> column(TestCluster database, String sql) throws SQLException {
        try (Connection connection = database.service().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }
}
