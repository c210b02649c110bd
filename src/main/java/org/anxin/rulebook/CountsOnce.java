package org.anxin.rulebook;

/**
 * A consequence of which equal ones on the same fact are one: that of the rule with the least id. A rule that lays it only
 * where an earlier rule does too changes nothing.
 */
public interface CountsOnce {}
