package org.anxin.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that one statement changed.
 *
 * @param no in the order in which they were written
 * @param actor who did it
 * @param request id of the request; empty if there was none
 * @param table name of the table
 * @param action {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param subject id of the record; null if there is none, or there are several
 * @param rows how many
 * @param changes a JSON list of what each said before and after; null where many were added
 * @param known then: since when they are known, which is in the rows themselves
 */
public record AuditEntry(
        long no,
        Instant at,
        String actor,
        String request,
        String table,
        String action,
        @Nullable String subject,
        int rows,
        @Nullable String changes,
        @Nullable Instant known) {}
