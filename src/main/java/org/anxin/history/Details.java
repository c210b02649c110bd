package org.anxin.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Collects the details of an event in order. */
final class Details {
    private final Map<String, @Nullable Object> details = new LinkedHashMap<>();

    /** Adds one; null where it is not known. */
    Details with(String name, @Nullable Object value) {
        details.put(name, value);
        return this;
    }

    /** Adds a day; null where it is no known day. */
    Details withDay(String name, int day) {
        return with(name, Days.known(day) ? Days.text(day) : null);
    }

    /** All of them. */
    Map<String, @Nullable Object> all() {
        return Collections.unmodifiableMap(details);
    }
}
