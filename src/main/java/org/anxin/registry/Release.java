package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when on a person's positive samples no longer block.
 *
 * @param id the person's
 * @param releasedOn a positive sample taken on or before this day no longer blocks; null if nobody released the person
 */
public record Release(String id, @Nullable LocalDate releasedOn) {}
