package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A shard that a node may work on until somebody claims it after it.
 *
 * @param sweep number of the run
 * @param shard number in the run
 * @param low first number of a person
 * @param high number after the last
 * @param attempt how often it was claimed: the fence
 */
record ShardClaim(int sweep, int shard, long low, long high, int attempt) {
    private static final String CLAIM = """
            update sweep_shards set attempt = attempt + 1, claimed_by = ?
            where sweep = ? and shard = ? and done is null
                and exists (select from sweeps where no = sweep and state = 'RUNNING')
            returning low, high, attempt""";

    /** Claims a shard; null if there is nothing left to do in it. */
    static @Nullable ShardClaim take(Connection connection, int sweep, int shard, String node) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, node);
            claim.setInt(2, sweep);
            claim.setInt(3, shard);
            ResultSet row = claim.executeQuery();
            return row.next() ? new ShardClaim(sweep, shard, row.getLong(1), row.getLong(2), row.getInt(3)) : null;
        }
    }
}
