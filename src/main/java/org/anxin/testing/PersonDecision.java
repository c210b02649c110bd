package org.anxin.testing;

import java.util.List;

/**
 * The answer for one person (SPEC sections 4 and 6).
 *
 * @param personId the caller's id
 * @param dueOn earliest due date of all obligations, {@link org.anxin.time.Days#NONE} if nothing is due
 * @param obligations sorted as SPEC section 6 says; empty when blocked or exempt
 * @param notes distinct by code and sorted by it
 */
public record PersonDecision(
        String personId, Status status, int dueOn, Action action, List<Obligation> obligations, List<Note> notes) {}
