package org.anxin.sweep;

/**
 * A run that has completed, so that its lists stand as issued.
 *
 * @param no its number among all runs
 * @param id its id
 * @param asOf the day it decided for, as an epoch day
 * @param ruleset id of the ruleset it was pinned to
 */
public record IssuedRun(int no, String id, int asOf, String ruleset) {}
