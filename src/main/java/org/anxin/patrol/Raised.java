package org.anxin.patrol;

import org.anxin.rulebook.CountsOnce;

/**
 * What a rule lays down: an item is a finding.
 *
 * @param code a declared word of the kind {@code patrolFinding}
 * @param days from the day of the check to the last day for rectification
 */
record Raised(String code, int days) implements CountsOnce {}
