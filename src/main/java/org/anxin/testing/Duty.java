package org.anxin.testing;

import org.anxin.rulebook.Rule;

/**
 * What one rule lays on every assignment it applies to: a cadence, in force during a window. A rule whose excepted days
 * cut its window lays one duty for each piece.
 *
 * @param rule the rule
 * @param cadence how often samples are owed
 * @param window when it is in force; for {@link Cadence.AfterTask} the days on which the task ends
 */
public record Duty(Rule rule, Cadence cadence, Period window) {}
