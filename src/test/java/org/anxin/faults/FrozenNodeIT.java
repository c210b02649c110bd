package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two nodes, of which one stands still in the middle of a shard for longer than it may, and then goes on. */
class FrozenNodeIT {
    private static final int FREEZES = Scale.of(1, 12);
    private static final List<String> NAMES = List.of("node-a", "node-b");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Longer than four missed heartbeats of two seconds. */
    private static final Duration LEASE = Duration.ofSeconds(8);

    /** A node that stands still here meets the fence when it goes on: the server has finished what it asked for. */
    private static final String REFRESHING = "query like '%refresh_sampled%' and state = 'active'";

    /** Reading or writing what belongs to a shard. */
    private static final String SWEEPING = "xact_start is not null and query ~* "
            + "'assignments|absences|sampled|results|suspensions|sweep_markets|sweep_shards set done'";

    /** It holds the shard's row, and others wait for it. */
    private static final String WRITING =
            "xact_start is not null and query ~* '^copy|insert into|sweep_shards set done'";

    private final List<Duration> finished = new ArrayList<>();

    @Test
    void theOtherNodeFinishesAndWhatTheFrozenOneWritesLateIsRefused() throws Exception {
        try (Province province = new Province()) {
            List<ServiceProcess> nodes = province.startTwo();
            int run = 0;
            int met = 0;
            while (met < FREEZES || refusals(nodes) == 0) {
                assertThat(run).as("runs in which nobody froze in time").isLessThan(FREEZES + 100);
                String later = run % 4 < 2 ? SWEEPING : WRITING;
                if (freezes(province, nodes, run, refusals(nodes) == 0 ? REFRESHING : later)) {
                    met++;
                }
                run++;
            }
            // The node that was frozen last works on, alone.
            nodes.get(run % 2).kill();
            ServiceProcess woken = nodes.get((run + 1) % 2);
            String sweep = Undisturbed.request(province, woken, run++);
            assertThat(new Sweeping(woken).ended(sweep).path("state").asText()).isEqualTo("COMPLETED");
            Undisturbed.assertSame(province, woken, run);
            Figures.tell(
                    "node frozen in a shard",
                    met + " times in " + run + " runs; late writes refused by the fence " + refusals(nodes)
                            + " times; the other node had finished after " + Figures.spread(finished));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "anxin.faults.full", matches = "true")
    void whoeverStandsStillWhileAskingForARunDoesNotKeepOthersFromAsking() throws Exception {
        try (Province province = new Province();
                Connection first = province.connect()) {
            List<ServiceProcess> nodes = province.startTwo();
            first.setAutoCommit(false);
            first.createStatement().execute("select pg_advisory_xact_lock(hashtext('sweep request'))");
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> statusOfRequest(nodes.get(0)));
            Wait.until(
                    "a request",
                    PATIENCE,
                    () -> province.number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            == 1);
            nodes.get(0).freeze();
            try {
                first.rollback();
                long begin = System.nanoTime();
                String sweep = new Sweeping(nodes.get(1)).request(Province.day(0));
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                assertThat(took).isLessThan(PATIENCE);
                new Sweeping(nodes.get(1)).ended(sweep);
                Figures.tell("node frozen while it asks for a run", "another asks after " + Figures.seconds(took));
            } finally {
                nodes.get(0).wake();
            }
            assertThat(asked.get()).isEqualTo(503);
            assertThat(province.number("select count(*) from sweeps")).isEqualTo(1);
        }
    }

    private static int statusOfRequest(ServiceProcess node) {
        try {
            return node.post(
                            "/api/v1/sweeps",
                            "application/json",
                            BodyPublishers.ofString("{\"asOf\": \"" + Province.day(0) + "\"}"))
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Freezes every other node in turn, so that each has to finish alone what the other left. */
    private boolean freezes(Province province, List<ServiceProcess> nodes, int run, String moment) throws Exception {
        ServiceProcess frozen = nodes.get(run % 2);
        ServiceProcess other = nodes.get((run + 1) % 2);
        String sweep = Undisturbed.request(province, other, run);
        long begin = System.nanoTime();
        try {
            freeze(province, frozen, NAMES.get(run % 2), sweep, moment);
            assertThat(new Sweeping(other).ended(sweep).path("state").asText()).isEqualTo("COMPLETED");
        } finally {
            frozen.wake();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Wait.until(
                "an answer of the woken node",
                PATIENCE,
                () -> frozen.get("/q/health/ready").statusCode() == 200);
        Wait.until(
                "the end of its transactions",
                PATIENCE,
                () -> province.number(
                                "select count(*) from pg_stat_activity where xact_start is not null and application_name = '"
                                        + NAMES.get(run % 2) + "'")
                        == 0);
        long claimedAgain = province.number(
                "select count(*) from sweep_shards join sweeps on no = sweep where attempt > 1 and id = '" + sweep
                        + "'");
        if (claimedAgain == 0) {
            return false;
        }
        assertThat(took).isGreaterThan(LEASE);
        finished.add(took);
        return true;
    }

    private static void freeze(Province province, ServiceProcess node, String name, String sweep, String moment)
            throws Exception {
        String query = "select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name = '" + name + "' and " + moment;
        try (Watch watch = new Watch(province)) {
            Wait.until("a shard of " + name, PATIENCE, () -> watch.number(query) > 0 || !province.isRunning(sweep));
        }
        node.freeze();
    }

    /** What the nodes' logs tell of writes that came too late. */
    private static int refusals(List<ServiceProcess> nodes) throws IOException {
        int refusals = 0;
        for (ServiceProcess node : nodes) {
            refusals += node.log().split("claimed by another node meanwhile, nothing written", -1).length - 1;
        }
        return refusals;
    }
}
