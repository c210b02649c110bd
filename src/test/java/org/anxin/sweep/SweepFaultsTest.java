package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.OperatorIds;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that are interrupted at any point, asked for by many, or cannot succeed. */
@Timeout(120)
class SweepFaultsTest {
    private static final int DAY = Days.of("2022-04-07");

    private final SweepDistrict district = SweepDistrict.demo();

    @AfterEach
    void close() {
        district.close();
    }

    private Sweep request() throws Exception {
        return district.sweeps.request(DAY, null, SweepDistrict.POLICY);
    }

    private Conductor conductor() {
        return new Conductor(district.source(), Clock.systemUTC());
    }

    private List<String> results() throws Exception {
        return district.rows("select person_no, status, due_on, action, rules, places from results order by 1");
    }

    @Test
    void twentyWhoAskAtOnceGetOneRun() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Sweep>> requests = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                requests.add(this::request);
            }
            Set<String> runs = new TreeSet<>();
            for (Future<Sweep> one : many.invokeAll(requests)) {
                runs.add(one.get().id());
            }
            assertThat(runs).containsExactly("2022-04-07.1");
        } finally {
            many.shutdownNow();
        }
        assertThat(district.count("sweeps")).isEqualTo(1);
    }

    @Test
    void runsAreCarriedOutOneAfterTheOtherInOrder() throws Exception {
        Sweep first = request();
        Sweep second = district.sweeps.request(DAY + 1, null, SweepDistrict.POLICY);
        assertThat(second.begun()).isNull();
        district.start();
        Sweep last = district.ended(second);
        first = district.ended(first);
        assertThat(last.begun()).isAfterOrEqualTo(first.ended());
        assertThat(List.of(first.no(), last.no())).containsExactly(1, 2);
    }

    @Test
    void aRunGoesOnWhereverItsNodeDied() throws Exception {
        Sweep run = request();
        conductor().advance("sweep-shard");
        // Died before anything was scheduled, after one shard was claimed and before the other was.
        try (Connection connection = district.source().getConnection()) {
            ShardClaim.take(connection, run.no(), 1, "dead");
            ShardClaim done = Objects.requireNonNull(ShardClaim.take(connection, run.no(), 2, "dead"));
            ShardSweep.carryOut(connection, done, run(run), SweepDistrict.POLICY, new OperatorIds());
        }
        district.start();
        assertThat(district.ended(run).state()).isEqualTo(SweepState.COMPLETED);
        List<String> results = results();
        assertThat(results).hasSize(2064);
        assertThat(district.rows("select shard, attempt from sweep_shards order by shard"))
                .containsExactly("1 2", "2 1");
        assertThat(district.count("scheduled_tasks")).isZero();
    }

    @Test
    void aRunWhoseNodeDiedAfterTheLastShardIsEnded() throws Exception {
        Sweep run = request();
        conductor().advance("sweep-shard");
        try (Connection connection = district.source().getConnection()) {
            for (int shard = 1; shard <= 2; shard++) {
                ShardClaim claim = Objects.requireNonNull(ShardClaim.take(connection, run.no(), shard, "dead"));
                ShardSweep.carryOut(connection, claim, run(run), SweepDistrict.POLICY, new OperatorIds());
            }
        }
        district.start();
        assertThat(district.ended(run).state()).isEqualTo(SweepState.COMPLETED);
    }

    private Sweep run(Sweep run) throws Exception {
        return Objects.requireNonNull(district.sweeps.find(run.id()));
    }

    @Test
    void aNodeThatComesBackFromTheDeadWritesNothing() throws Exception {
        Sweep run = request();
        conductor().advance("sweep-shard");
        try (Connection connection = district.source().getConnection()) {
            ShardClaim old = Objects.requireNonNull(ShardClaim.take(connection, run.no(), 1, "frozen"));
            ShardClaim next = Objects.requireNonNull(ShardClaim.take(connection, run.no(), 1, "alive"));
            assertThatThrownBy(() ->
                            ShardSweep.carryOut(connection, old, run(run), SweepDistrict.POLICY, new OperatorIds()))
                    .isInstanceOf(FencedException.class);
            assertThat(results()).isEmpty();
            assertThat(district.count("suspensions")).isZero();
            ShardSweep.carryOut(connection, next, run(run), SweepDistrict.POLICY, new OperatorIds());
            List<String> written = results();
            assertThatThrownBy(() ->
                            ShardSweep.carryOut(connection, old, run(run), SweepDistrict.POLICY, new OperatorIds()))
                    .isInstanceOf(FencedException.class);
            assertThat(results()).isEqualTo(written).isNotEmpty();
            assertThat(ShardClaim.take(connection, run.no(), 1, "late")).isNull();
        }
    }

    @Test
    void aShardThatKeepsFailingFailsTheRunAndTheNextOneBegins() throws Exception {
        district.start();
        district.execute("alter table suspensions add constraint broken check (person_no < 0)");
        Sweep failed = district.run("2022-04-07");
        assertThat(failed.state()).isEqualTo(SweepState.FAILED);
        assertThat(failed.failure()).isEqualTo(SweepFailure.SHARD_FAILED);
        assertThat(district.count("results")).isZero();
        district.execute("alter table suspensions drop constraint broken");
        Sweep next = district.run("2022-04-07");
        assertThat(next.state()).isEqualTo(SweepState.COMPLETED);
        assertThat(next.newest()).isTrue();
    }

    @Test
    void aRunThatMissedSomebodyIsNotCompleted() throws Exception {
        Sweep run = request();
        conductor().advance("sweep-shard");
        district.execute(
                "update sweep_shards set done = now(), registered = 1000, evaluated = 999, errors = 0, by_status = '{}'");
        conductor().advance("sweep-shard");
        Sweep ended = run(run);
        assertThat(ended.state()).isEqualTo(SweepState.FAILED);
        assertThat(ended.failure()).isEqualTo(SweepFailure.PEOPLE_MISSED);
    }

    @Test
    void aRunThatMissedSomebodyAtOneMarketIsNotCompletedEither() throws Exception {
        Sweep run = request();
        conductor().advance("sweep-shard");
        district.execute("update sweep_shards set done = now(), registered = 1000, evaluated = 1000, errors = 0");
        district.execute("insert into sweep_markets values (1, 1, 1, 10, 9, 0, 0, 0), (1, 2, 1, 5, 5, 0, 0, 0)");
        conductor().advance("sweep-shard");
        assertThat(run(run).failure()).isEqualTo(SweepFailure.PEOPLE_MISSED);
    }

    @Test
    void anotherNodeLoadsTheRulesThatTheRunIsPinnedTo() throws Exception {
        Sweep run = request();
        district.execute("alter table rulesets disable trigger immutable");
        district.execute("update rulesets set files = '' where id = '" + run.ruleset() + "'");
        district.start();
        assertThat(district.ended(run).failure()).isEqualTo(SweepFailure.SHARD_FAILED);
        assertThatThrownBy(() -> new StoredRulesets(district.source()).policy(run.ruleset()))
                .isInstanceOf(IllegalStateException.class);
    }
}
