package org.anxin.sweep;

import java.util.List;

/**
 * A line of a market's list.
 *
 * @param personId the person
 * @param operatorIds the operators (经营户) of the market that the person works for; empty if none is known
 * @param dueOn earliest due date as an epoch day, {@link org.anxin.time.Days#NONE} if there is none
 * @param status the person's status, as the run found it
 * @param action what follows
 * @param rules ids of the rules whose obligations caused the action
 */
public record ListedPerson(
        String personId, List<String> operatorIds, int dueOn, String status, String action, List<String> rules) {}
