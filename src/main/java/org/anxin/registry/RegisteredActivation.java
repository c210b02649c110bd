package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an account was activated (账号激活).
 *
 * @param key which one
 * @param to the last day on which it was active, not before the first; null while it is
 */
public record RegisteredActivation(
        ActivationKey key, @Nullable LocalDate to) {}
