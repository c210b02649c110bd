package org.anxin.registry;

import java.time.LocalDate;

/**
 * A version of the four-party responsibility letter (四方责任书).
 *
 * @param id its id
 * @param validFrom the first day on which it applies; it does until a later version applies
 * @param zh its text in Chinese
 * @param en its text in English
 */
public record RegisteredLetter(String id, LocalDate validFrom, String zh, String en) {}
