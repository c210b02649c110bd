package org.anxin.rulebook;

/**
 * One rule that applies to a fact, with what it lays down.
 *
 * @param rule the rule
 * @param consequence what the rule's verb returned; its type is the feature's
 */
public record Firing(Rule rule, Object consequence) {}
