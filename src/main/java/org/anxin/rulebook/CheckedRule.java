package org.anxin.rulebook;

/**
 * A rule whose every word is known.
 *
 * @param consequence what its verb returned for the constants the author wrote
 */
record CheckedRule(
        Rule rule, Position at, Vocabulary vocabulary, FactType<?> fact, Condition condition, Object consequence) {}
