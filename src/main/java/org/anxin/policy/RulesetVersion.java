package org.anxin.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A numbered version of the rules. Nothing about it ever changes, except that it may be approved, once.
 *
 * @param no its number, from 1
 * @param id of its content, {@code sha256:…}; no two versions have the same
 * @param author who wrote it
 * @param reason why
 * @param created when it was stored
 * @param approval null as long as it is a draft
 */
public record RulesetVersion(
        int no,
        String id,
        String author,
        String reason,
        Instant created,
        @Nullable Approval approval) {

    /** What to select from {@code ruleset_versions} with its approvals. */
    static final String COLUMNS = "no, v.ruleset, author, v.reason, created, approver, a.reason as approval, approved";

    static final String TABLES = " from ruleset_versions v left join ruleset_approvals a on version = no ";

    /**
     * Who let it decide.
     *
     * @param reason why
     * @param at when
     */
    public record Approval(String approver, String reason, Instant at) {}

    static RulesetVersion of(ResultSet row) throws SQLException {
        @Nullable String approver = row.getString("approver");
        return new RulesetVersion(
                row.getInt("no"),
                row.getString("ruleset"),
                row.getString("author"),
                row.getString("reason"),
                time(row, "created"),
                approver == null ? null : new Approval(approver, row.getString("approval"), time(row, "approved")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
