package org.anxin.text;

import java.util.Collection;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Finds what was probably meant. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The candidate nearest to {@code typed}, ignoring case, or null if all are further away than a third of its length
     * (at least 2 edits are allowed). Of equally near ones the first by code point.
     */
    public static @Nullable String to(String typed, Collection<String> candidates) {
        if (typed.length() > LONGEST) {
            return null;
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, typed.length() / 3));
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates.stream().sorted().toList()) {
            int edits = distance.apply(wanted, candidate.toLowerCase(Locale.ROOT));
            if (edits >= 0 && edits < least && edits < candidate.length()) {
                best = candidate;
                least = edits;
            }
        }
        return best;
    }
}
