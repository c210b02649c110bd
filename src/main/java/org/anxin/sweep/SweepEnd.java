package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Ends a run, and proves by counting that nobody was missed: as a whole, and at each market. */
final class SweepEnd {
    private static final Logger LOG = Logger.getLogger(SweepEnd.class);

    private static final String PROGRESS =
            "select count(*) filter (where done is null), max(failures) from sweep_shards where sweep = ?";

    private static final String PROOF = """
            select sum(registered) = sum(evaluated) + sum(errors) and not exists (
                    select from sweep_markets where sweep = ? group by market_no
                    having sum(registered) <> sum(evaluated) + sum(errors)),
                sum(errors)
            from sweep_shards where sweep = ?""";

    private static final String END =
            "update sweeps set state = ?, ended = clock_timestamp(), failure = ? where no = ?";

    /** Waits for whoever is writing, and fences those who come later. */
    private static final String FENCE =
            "update sweep_shards set attempt = attempt + 1 where sweep = ? and done is null";

    private SweepEnd() {}

    /**
     * Ends a run whose shards are done, or one that cannot be carried out.
     *
     * @return whether it has ended
     */
    static boolean come(Connection connection, Sweep run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROGRESS)) {
            select.setInt(1, run.no());
            ResultSet row = select.executeQuery();
            row.next();
            if (row.getInt(2) >= ShardWork.MOST_FAILURES) {
                return fail(connection, run, SweepFailure.SHARD_FAILED);
            }
            return row.getInt(1) == 0 && complete(connection, run);
        }
    }

    private static boolean complete(Connection connection, Sweep run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROOF)) {
            select.setInt(1, run.no());
            select.setInt(2, run.no());
            ResultSet row = select.executeQuery();
            row.next();
            if (!row.getBoolean(1)) {
                return fail(connection, run, SweepFailure.PEOPLE_MISSED);
            }
            SweepState state = row.getInt(2) == 0 ? SweepState.COMPLETED : SweepState.COMPLETED_WITH_ERRORS;
            end(connection, run, state, null);
            ListNotices.add(connection, run);
            LOG.infof("Sweep %s is %s", run.id(), state);
            return true;
        }
    }

    private static boolean fail(Connection connection, Sweep run, SweepFailure failure) throws SQLException {
        try (PreparedStatement fence = connection.prepareStatement(FENCE)) {
            fence.setInt(1, run.no());
            fence.executeUpdate();
        }
        end(connection, run, SweepState.FAILED, failure);
        LOG.errorf("Sweep %s is FAILED: %s", run.id(), failure.message().en());
        return true;
    }

    private static void end(Connection connection, Sweep run, SweepState state, @Nullable SweepFailure failure)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, state.name());
            update.setString(2, failure == null ? null : failure.name());
            update.setInt(3, run.no());
            update.executeUpdate();
        }
    }
}
