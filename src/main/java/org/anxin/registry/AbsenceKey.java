package org.anxin.registry;

import java.time.LocalDate;

/**
 * What names an absence.
 *
 * @param personId the person's
 * @param from its first day
 */
public record AbsenceKey(String personId, LocalDate from) {}
