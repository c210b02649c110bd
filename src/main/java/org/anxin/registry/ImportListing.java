package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an operator was on the list of those that sell imported goods (进口商品经营户清单).
 *
 * @param key which operator, from when
 * @param to its last day on the list, not before the first; null while it is
 */
public record ImportListing(ImportListingKey key, @Nullable LocalDate to) {}
