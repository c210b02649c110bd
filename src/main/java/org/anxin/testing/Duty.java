package org.anxin.testing;

import java.util.List;
import org.anxin.rulebook.Rule;

/**
 * What one rule lays on every assignment it applies to: a cadence, in force during windows.
 *
 * @param rule the rule
 * @param cadence how often samples are owed
 * @param windows in order, disjoint; one per piece that excepted days leave; each makes its own obligation
 */
public record Duty(Rule rule, Cadence cadence, List<Period> windows) {}
