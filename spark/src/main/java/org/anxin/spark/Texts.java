package org.anxin.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Texts that come again and again as the same objects: words, markets, operators. For one thread. */
final class Texts {
    /** Some megabytes. */
    private static final int MOST = 100_000;

    private final Map<UTF8String, String> known = new HashMap<>();

    /** @param text may be a view of a buffer that changes later */
    @Nullable
    String of(@Nullable UTF8String text) {
        if (text == null) {
            return null;
        }
        String found = known.get(text);
        return found == null ? add(text) : found;
    }

    private String add(UTF8String text) {
        if (known.size() == MOST) {
            known.clear();
        }
        String fresh = text.toString();
        known.put(text.clone(), fresh);
        return fresh;
    }
}
