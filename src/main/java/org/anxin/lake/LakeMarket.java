package org.anxin.lake;

import org.jspecify.annotations.Nullable;

/**
 * A market, as a lake knows it.
 *
 * @param id its id
 * @param type a word of the kind {@code marketType}
 * @param subdistrict null if not given
 */
record LakeMarket(String id, String type, @Nullable String subdistrict) {}
