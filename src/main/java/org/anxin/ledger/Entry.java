package org.anxin.ledger;

import java.util.List;

/**
 * Decisions to be logged: one row of the decision log.
 *
 * @param day decided for, an epoch day
 * @param ruleset id of the ruleset that decided; empty where a person did
 * @param low number of the first of the people of a sweep; 0 for other kinds
 * @param high number of the last of them
 * @param subjects ids that it is about, for other kinds than sweeps
 * @param decisions how many lines the body has
 * @param facts SHA-256 of the facts
 * @param body compressed lines
 */
public record Entry(
        LogKind kind,
        int day,
        String ruleset,
        long low,
        long high,
        List<String> subjects,
        int decisions,
        byte[] facts,
        byte[] body) {}
