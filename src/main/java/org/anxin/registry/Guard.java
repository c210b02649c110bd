package org.anxin.registry;

import org.jspecify.annotations.Nullable;

/**
 * What whoever writes a record demands of the state that is replaced. It is asked while nobody else can change the record.
 *
 * @param <T> the kind of record
 */
@FunctionalInterface
public interface Guard<T> {
    /**
     * Throws if the record may not be written.
     *
     * @param now the record, null if there is none
     */
    void check(@Nullable Stored<T> now);
}
