package org.anxin.impact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A preview of what other rules would change.
 *
 * @param no its number
 * @param begun null while it waits for a node
 * @param ended null while it is running
 * @param done people and batches decided so far
 * @param total people and batches to decide; 0 while it waits
 * @param failure why it failed; null unless it did
 * @param result what came out, a JSON object; null unless it is completed
 */
public record Impact(
        long no,
        ImpactQuestion question,
        ImpactState state,
        Instant requested,
        @Nullable Instant begun,
        @Nullable Instant ended,
        int done,
        int total,
        @Nullable ImpactFailure failure,
        @Nullable String result) {

    /** What to select from {@code impacts}. */
    static final String COLUMNS =
            "no, ruleset, against, from_on - date '1970-01-01' as from_day, to_on - date '1970-01-01' as to_day, state,"
                    + " requested, begun, ended, done, total, failure, result";

    /** The preview of a row of {@link #COLUMNS}. */
    static Impact of(ResultSet row) throws SQLException {
        @Nullable String failure = row.getString("failure");
        return new Impact(
                row.getLong("no"),
                new ImpactQuestion(
                        row.getString("ruleset"),
                        row.getString("against"),
                        row.getInt("from_day"),
                        row.getInt("to_day")),
                ImpactState.valueOf(row.getString("state")),
                row.getObject("requested", OffsetDateTime.class).toInstant(),
                time(row, "begun"),
                time(row, "ended"),
                row.getInt("done"),
                row.getInt("total"),
                failure == null ? null : ImpactFailure.valueOf(failure),
                row.getString("result"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Its id in addresses. */
    public String id() {
        return Long.toString(no);
    }
}
