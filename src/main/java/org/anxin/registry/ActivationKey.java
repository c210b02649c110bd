package org.anxin.registry;

import java.time.LocalDate;

/**
 * What names an activation.
 *
 * @param party whose account
 * @param from the first day on which it was active
 */
public record ActivationKey(Party party, LocalDate from) {}
