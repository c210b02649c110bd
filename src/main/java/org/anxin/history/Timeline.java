package org.anxin.history;

import java.util.List;
import org.anxin.registry.Undecidable;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a person until a day.
 *
 * @param events in order of day
 * @param undecidable why there are no obligations among them; null if they are there
 */
public record Timeline(List<Event> events, @Nullable Undecidable undecidable) {}
