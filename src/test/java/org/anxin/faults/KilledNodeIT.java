package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the only node at random points of a sweep. */
class KilledNodeIT {
    private static final int KILLS = Scale.of(2, 50);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(30);

    private final long seed = Long.getLong("anxin.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Kill> kills = new ArrayList<>();
    private final List<Restart> restarts = new ArrayList<>();

    /**
     * A kill that met a run.
     *
     * @param sweep the run
     * @param done how many of its shards were done
     */
    private record Kill(String sweep, long done) {}

    /** A start after a kill. */
    private record Restart(String sweep, Instant at) {}

    @Test
    void theListsAreThoseOfAnUndisturbedRunHoweverOftenTheNodeIsKilled() throws Exception {
        System.out.println("KilledNodeIT: -Danxin.faults.seed=" + seed);
        long longest = Undisturbed.firstRun().toMillis();
        List<SortedMap<String, String>> issued = new ArrayList<>();
        try (Province province = new Province()) {
            ServiceProcess node = province.start("node");
            while (kills.size() < KILLS) {
                assertThat(issued).as("runs that no kill met").hasSizeLessThan(KILLS + 100);
                String sweep = Undisturbed.request(province, node, issued.size());
                node = killed(province, node, sweep, longest);
                assertThat(new Sweeping(node).ended(sweep).path("state").asText())
                        .isEqualTo("COMPLETED");
                issued.add(new Sweeping(node).lists(sweep, Undisturbed.markets(province)));
            }
            assertThat(Undisturbed.assertSame(province, node, issued.size()))
                    .as("what a market received is what it is shown after all other runs")
                    .isEqualTo(issued);
            assertResumed(province, issued.size());
        }
    }

    /** Kills the node, once or more, and returns the one that is there in the end. */
    private ServiceProcess killed(Province province, ServiceProcess first, String sweep, long longest)
            throws Exception {
        ServiceProcess node = first;
        do {
            awaitRandomPoint(province, sweep, longest);
            node.kill();
            boolean met = province.isRunning(sweep);
            if (met) {
                kills.add(new Kill(sweep, province.done(sweep)));
            }
            Instant at = Instant.now();
            node = province.start("node");
            if (!met) {
                return node;
            }
            restarts.add(new Restart(sweep, at));
        } while (kills.size() < KILLS && random.nextInt(3) == 0);
        return node;
    }

    /** Some number of shards are done, and then a part of the time that the next one takes. */
    private void awaitRandomPoint(Province province, String sweep, long longest) throws Exception {
        Wait.until("shards of " + sweep, PATIENCE, () -> province.shards(sweep) > 0);
        int shards = (int) province.shards(sweep);
        int point = random.nextInt(shards);
        Wait.until("shard " + point, PATIENCE, () -> province.done(sweep) >= point);
        Thread.sleep((long) (random.nextDouble() * longest / shards));
    }

    /** From the start of the new process until the next shard is done, or the run has ended. */
    private void assertResumed(Province province, int runs) throws Exception {
        List<Duration> resumed = new ArrayList<>();
        for (int i = 0; i < restarts.size(); i++) {
            Restart restart = restarts.get(i);
            List<String> millis = province.column(("select (extract(epoch from min(progress) - '%2$s') * 1000)::bigint"
                            + " from (select done as progress from sweep_shards join sweeps on no = sweep where id = '%1$s'"
                            + " union all select ended from sweeps where id = '%1$s') all_progress"
                            + " where progress > '%2$s'")
                    .formatted(restart.sweep, restart.at));
            boolean killedAgain =
                    i + 1 < restarts.size() && restarts.get(i + 1).sweep.equals(restart.sweep);
            Duration after = Duration.ofMillis(Long.parseLong(millis.get(0)));
            if (!killedAgain || restart.at.plus(after).isBefore(restarts.get(i + 1).at)) {
                resumed.add(after);
            }
        }
        List<Long> done = kills.stream().map(Kill::done).sorted().toList();
        long shards = province.number("select count(*) from sweep_shards where sweep = 1");
        Figures.tell(
                "kill -9 of the node",
                kills.size() + " kills in " + runs + " runs of " + Scale.people() + " people; first run undisturbed "
                        + Figures.seconds(Undisturbed.firstRun()) + "; shards done at the kills " + done + " of "
                        + shards
                        + "; resumed after " + Figures.spread(resumed));
        assertThat(resumed).isNotEmpty().allSatisfy(after -> assertThat(after).isLessThan(RESUMED_WITHIN));
    }
}
