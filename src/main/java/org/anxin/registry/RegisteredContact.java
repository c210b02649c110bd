package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person in contact with an operator's imported goods (进口商品接触人员).
 *
 * @param key who, with whose goods, from when
 * @param contact a declared word of kind {@code contact}
 * @param to the last day, not before the first; null while the person is
 */
public record RegisteredContact(
        ContactKey key, String contact, @Nullable LocalDate to) {}
