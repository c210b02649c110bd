package org.anxin.onboarding;

import org.anxin.rulebook.CountsOnce;

/**
 * What a rule lays down.
 *
 * @param concern chosen by the receiver of the verb
 * @param severity chosen by the verb
 * @param code a declared word of the kind {@code finding}
 */
record Shortfall(Concern concern, Severity severity, String code) implements CountsOnce {}
