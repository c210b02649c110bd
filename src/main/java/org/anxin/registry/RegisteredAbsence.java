package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a person was not at work (缺勤).
 *
 * @param key which absence
 * @param to its last day, not before its first; null while the person is still absent
 * @param reason null if not known
 */
public record RegisteredAbsence(
        AbsenceKey key, @Nullable LocalDate to, @Nullable String reason) {}
