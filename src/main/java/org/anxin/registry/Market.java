package org.anxin.registry;

import org.jspecify.annotations.Nullable;

/**
 * A market (市场).
 *
 * @param id its id
 * @param name its name
 * @param type a declared word of kind {@code marketType}
 * @param subdistrict 属地街道; null if not known
 */
public record Market(
        String id, String name, String type, @Nullable String subdistrict) {}
