package org.anxin.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rules was put into force.
 *
 * @param no its number, in the order in which activations were made
 * @param version number of the version
 * @param ruleset id of its content
 * @param effectiveFrom first day on which it is in force, as an epoch day
 * @param fallsBackTo number of the version to which a rollback leads; null if there is none
 * @param activator who put it into force
 * @param reason why
 * @param at when this was done
 */
public record Activation(
        int no,
        int version,
        String ruleset,
        int effectiveFrom,
        @Nullable Integer fallsBackTo,
        String activator,
        String reason,
        Instant at) {

    /** What to select from {@code ruleset_activations} with the versions. */
    static final String COLUMNS = "t.no, version, ruleset, effective_from - date '1970-01-01' as effective_from,"
            + " falls_back_to, activator, t.reason, activated";

    static final String TABLES = " from ruleset_activations t join ruleset_versions v on v.no = version ";

    static Activation of(ResultSet row) throws SQLException {
        int fallsBackTo = row.getInt("falls_back_to");
        return new Activation(
                row.getInt("no"),
                row.getInt("version"),
                row.getString("ruleset"),
                row.getInt("effective_from"),
                fallsBackTo == 0 ? null : fallsBackTo,
                row.getString("activator"),
                row.getString("reason"),
                row.getObject("activated", OffsetDateTime.class).toInstant());
    }
}
