package org.anxin.admission;

import org.jspecify.annotations.Nullable;

/**
 * The operator (经营户) that declares the batch.
 *
 * @param id null if not given
 * @param activated whether the account is activated, null if not given
 * @param responsibilityLetterSignedOn epoch day, {@link org.anxin.time.Days#NONE} if missing
 */
public record Operator(@Nullable String id, @Nullable Boolean activated, int responsibilityLetterSignedOn) {}
