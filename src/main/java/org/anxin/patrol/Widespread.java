package org.anxin.patrol;

import org.anxin.rulebook.Rule;

/**
 * Since when a finding is widespread (较为普遍), and which rule says so.
 *
 * @param since epoch day
 * @param rule of several the first by day, then by id
 */
public record Widespread(int since, Rule rule) {
    /** The earlier of two. */
    Widespread or(Widespread other) {
        int order = Integer.compare(since, other.since);
        int sign = order == 0 ? rule.id().compareTo(other.rule.id()) : order;
        return sign <= 0 ? this : other;
    }
}
