package org.anxin.patrol;

import org.anxin.rulebook.CountsOnce;

/**
 * What a rule lays down: a fault of the patrol.
 *
 * @param code a declared word of the kind {@code patrolFinding}
 */
record Reported(String code) implements CountsOnce {}
