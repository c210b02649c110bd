package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DatabaseFault;
import org.anxin.registry.OperatorIds;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries out a shard to its end: waits for a database that is away, and tries again a few times when it fails. */
final class ShardWork {
    private static final Logger LOG = Logger.getLogger(ShardWork.class);

    /** So often a shard may fail although the database is there; then the run fails. */
    static final int MOST_FAILURES = 5;

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private static final String RUN = "select " + Sweep.COLUMNS + " from sweeps where no = ?";
    private static final String FAILURE = """
            update sweep_shards set failures = failures + 1
            where sweep = ? and shard = ? and done is null returning failures""";

    private final DataSource database;
    private final StoredRulesets rulesets;
    private final String node;
    private final Outage outage;
    private final OperatorIds operators = new OperatorIds();

    /** @param node name by which others may know who claimed a shard */
    ShardWork(DataSource database, StoredRulesets rulesets, String node, Outage outage) {
        this.database = database;
        this.rulesets = rulesets;
        this.node = node;
        this.outage = outage;
    }

    /**
     * Returns when the shard is done, by whomever, or its run has failed, or this node stops.
     *
     * @param stopping whether this node is to stop
     */
    void carryOut(int sweep, int shard, BooleanSupplier stopping) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        while (!stopping.getAsBoolean()) {
            try {
                attempt(sweep, shard);
                outage.ended();
                return;
            } catch (FencedException e) {
                LOG.infof("Sweep shard %d/%d: claimed by another node meanwhile, nothing written", sweep, shard);
                return;
            } catch (SQLException | RuntimeException e) {
                if (hasFailed(sweep, shard, e)) {
                    return;
                }
            }
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private void attempt(int sweep, int shard) throws SQLException {
        try (Connection connection = database.getConnection()) {
            @Nullable ShardClaim claim = ShardClaim.take(connection, sweep, shard, node);
            if (claim != null) {
                Sweep run = run(connection, sweep);
                ShardSweep.carryOut(connection, claim, run, policy(run), operators);
            }
        }
    }

    private static Sweep run(Connection connection, int sweep) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RUN)) {
            select.setInt(1, sweep);
            ResultSet row = select.executeQuery();
            row.next();
            return Sweep.of(row);
        }
    }

    private Policy policy(Sweep run) throws SQLException {
        @Nullable Policy policy = rulesets.policy(run.ruleset());
        if (policy == null) {
            throw new IllegalStateException(
                    "the ruleset " + run.ruleset() + " of sweep " + run.id() + " is not stored");
        }
        return policy;
    }

    /** Whether the run is to fail for it. */
    private boolean hasFailed(int sweep, int shard, Exception failure) {
        if (DatabaseFault.of(failure) == DatabaseFault.UNREACHABLE) {
            outage.began(failure);
            return false;
        }
        LOG.errorf(failure, "Sweep shard %d/%d failed", sweep, shard);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(FAILURE)) {
            update.setInt(1, sweep);
            update.setInt(2, shard);
            ResultSet row = update.executeQuery();
            return !row.next() || row.getInt(1) >= MOST_FAILURES;
        } catch (SQLException e) {
            outage.began(e);
            return false;
        }
    }
}
