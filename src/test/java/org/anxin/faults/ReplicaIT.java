package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.anxin.it.ServiceProcess;
import org.anxin.local.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nodes of one database and a server that follows it: sweeps in shards, while everybody is read from the replica for forecasts;
 * then nodes die, and the replica does.
 */
class ReplicaIT {
    private static final int RUNS = Scale.of(2, 12);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FORECAST = "/api/v1/forecast?from=2022-05-01&to=2022-05-07";

    /** Whoever reads everybody. */
    private static final String READING =
            "select count(*) from pg_stat_activity where usename = 'anxin' and datname = current_database()";

    /** Somebody who is due in May and was not there before. */
    private static final String NEWCOMER = """
            with somebody as (insert into people (id) values ('P-NEW') returning no)
            insert into assignments (person_no, market_no, category, from_on)
            select no, (select min(no) from markets), 'STAFF', '2022-05-01' from somebody""";

    private static Province province;
    private static TestCluster standby;

    private final long seed = Long.getLong("anxin.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeAll
    static void follow() throws Exception {
        province = new Province();
        standby = TestCluster.shared().standby(Province.directory("replica").resolve("postgres"));
    }

    @AfterAll
    static void close() {
        province.close();
        standby.kill();
    }

    @Test
    void nothingIsLostOrDoubledWhenANodeOrTheReplicaDies() throws Exception {
        System.out.println("ReplicaIT: -Danxin.faults.seed=" + seed);
        List<ServiceProcess> nodes = start("node-a", "node-b", "node-c");
        for (int run = 0; run < RUNS; run++) {
            if (nodes.size() < 2) {
                nodes.addAll(start("node-b", "node-c"));
            }
            disturb(nodes, run);
        }
        ServiceProcess asked = nodes.get(0);
        Undisturbed.assertSame(province, asked, RUNS);
        String before = forecast(asked);
        Wait.until("the replica is read", PATIENCE, () -> forecast(asked).equals(before) && read(READING) > 0);
        assertWhatWasCommittedIsRead(asked, before);
        Figures.tell(
                "nodes with a replica",
                RUNS
                        + " sweeps, of three nodes and of two, one killed in each, the replica in every second: same lists and rows");
    }

    private List<ServiceProcess> start(String... names) throws Exception {
        String database = province.url().substring(province.url().lastIndexOf('/'));
        return province.startAll(
                List.of(names),
                "-Dquarkus.datasource.reading.jdbc.url=jdbc:postgresql://127.0.0.1:" + standby.port() + database);
    }

    /** One of three nodes dies in the middle, then one of two and the replica, and again. */
    private void disturb(List<ServiceProcess> nodes, int run) throws Exception {
        ServiceProcess asked = nodes.get(0);
        String sweep = Undisturbed.request(province, asked, run);
        CompletableFuture<String> forecast = CompletableFuture.supplyAsync(() -> forecast(asked));
        Wait.until("shards", PATIENCE, () -> province.shards(sweep) > 0);
        Thread.sleep(random.nextInt(1000));
        nodes.remove(1 + random.nextInt(nodes.size() - 1)).kill();
        boolean replicaToo = run % 2 == 1;
        if (replicaToo) {
            standby.kill();
        }
        assertThat(new Sweeping(asked).ended(sweep).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(forecast.get()).isNotEmpty();
        if (replicaToo) {
            standby.start();
        }
    }

    /** The replica stands still, and nobody reads what is old. */
    private static void assertWhatWasCommittedIsRead(ServiceProcess asked, String before) throws Exception {
        read("select count(*) from (select pg_wal_replay_pause()) paused");
        int times = timesUsedAgain(asked);
        province.execute(NEWCOMER);
        String after = forecast(asked);
        assertThat(after).isNotEqualTo(before);
        read("select count(*) from (select pg_wal_replay_resume()) resumed");
        Wait.until("the replica is read", PATIENCE, () -> {
            assertThat(forecast(asked)).isEqualTo(after);
            return timesUsedAgain(asked) > times;
        });
    }

    private static int timesUsedAgain(ServiceProcess node) throws IOException {
        return node.log().split("The replica is used again", -1).length;
    }

    private static long read(String sql) throws SQLException {
        String database = province.url().substring(province.url().lastIndexOf('/') + 1);
        try (Connection connection = standby.superuser(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String forecast(ServiceProcess node) {
        try {
            HttpResponse<String> answer = node.get(FORECAST);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
