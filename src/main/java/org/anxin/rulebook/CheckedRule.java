package org.anxin.rulebook;

/**
 * A rule whose every word is known.
 *
 * @param tree what the author wrote
 * @param consequence what its verb returned for the constants the author wrote
 */
record CheckedRule(
        Rule rule, RuleTree tree, Vocabulary vocabulary, FactType<?> fact, Condition condition, Object consequence) {
    /** Where it begins. */
    Position at() {
        return tree.at();
    }
}
