package org.anxin.admission;

import org.jspecify.annotations.Nullable;

/**
 * The declared goods, as sent.
 *
 * @param coldChain null if not given
 */
public record Goods(
        @Nullable String name,
        @Nullable String origin,
        @Nullable Boolean coldChain) {}
