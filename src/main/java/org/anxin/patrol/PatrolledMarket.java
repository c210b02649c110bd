package org.anxin.patrol;

/**
 * A market under patrol.
 *
 * @param id its id
 * @param type its type, a declared word
 */
public record PatrolledMarket(String id, String type) {}
