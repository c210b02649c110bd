package org.anxin.impact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A run of a ruleset beside the one that answers.
 *
 * @param no its number
 * @param ruleset id of the ruleset
 * @param share of the calls that are compared, 0 to 1
 * @param ended null while it goes on
 */
public record Shadow(
        long no,
        String ruleset,
        double share,
        Instant begun,
        @Nullable Instant ended) {
    /** What to select from {@code shadows}. */
    static final String COLUMNS = "no, ruleset, share, begun, ended";

    /** The run of a row of {@link #COLUMNS}. */
    static Shadow of(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new Shadow(
                row.getLong("no"),
                row.getString("ruleset"),
                row.getDouble("share"),
                row.getObject("begun", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
