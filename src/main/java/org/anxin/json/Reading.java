package org.anxin.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a feature reads one of its values.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface Reading<T> {
    /** The value at which {@code in} stands, or null if mistakes were reported in it. */
    @Nullable
    T read(FactInput in) throws IOException;
}
