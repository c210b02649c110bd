package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's work at one market, in one category (岗位).
 *
 * @param key which one
 * @param operatorId for whom the person works; null if for the market or not known
 * @param to its last day, not before its first; null if no end is known
 */
public record RegisteredAssignment(
        AssignmentKey key,
        @Nullable String operatorId,
        @Nullable LocalDate to) {}
