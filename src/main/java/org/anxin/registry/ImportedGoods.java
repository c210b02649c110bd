package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of imported goods that an operator sold (进口商品种类清单).
 *
 * @param key which kind, whose, from when
 * @param to the last day, not before the first; null while it is sold
 */
public record ImportedGoods(ImportedGoodsKey key, @Nullable LocalDate to) {}
