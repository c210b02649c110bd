package org.anxin.sweep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * One run. Runs are carried out one after the other, in order of their numbers.
 *
 * @param no its number
 * @param id the day and which run for it: {@code 2022-04-07.1}
 * @param asOf the day that it decides, as an epoch day
 * @param knownAt decided with what was known then; null for what is known
 * @param nightly whether it is the run of the schedule for its day
 * @param ruleset id of the ruleset that it decides by
 * @param newest whether it opens and lifts suspensions; null until it has begun
 * @param begun null while an earlier run goes on
 * @param ended null while it is running
 * @param failure why it failed; null unless it did
 */
public record Sweep(
        int no,
        String id,
        int asOf,
        @Nullable Instant knownAt,
        boolean nightly,
        String ruleset,
        SweepState state,
        @Nullable Boolean newest,
        Instant requested,
        @Nullable Instant begun,
        @Nullable Instant ended,
        @Nullable SweepFailure failure) {

    /** What to select from {@code sweeps}. */
    static final String COLUMNS =
            "no, id, as_of - date '1970-01-01' as as_of, known_at, nightly, ruleset, state, newest,"
                    + " requested, begun, ended, failure";

    /** The run of a row of {@link #COLUMNS}. */
    static Sweep of(ResultSet row) throws SQLException {
        @Nullable String failure = row.getString("failure");
        boolean newest = row.getBoolean("newest");
        return new Sweep(
                row.getInt("no"),
                row.getString("id"),
                row.getInt("as_of"),
                time(row, "known_at"),
                row.getBoolean("nightly"),
                row.getString("ruleset"),
                SweepState.valueOf(row.getString("state")),
                row.getObject("newest") == null ? null : newest,
                row.getObject("requested", OffsetDateTime.class).toInstant(),
                time(row, "begun"),
                time(row, "ended"),
                failure == null ? null : SweepFailure.valueOf(failure));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The day that it decides, as text. */
    public String day() {
        return Days.text(asOf);
    }
}
