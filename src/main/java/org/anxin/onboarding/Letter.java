package org.anxin.onboarding;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the four-party responsibility letter (四方责任书).
 *
 * @param id its id
 * @param validFrom the first day on which it applies, as an epoch day; it does until a later version applies
 */
public record Letter(String id, int validFrom) {
    private static final Comparator<Letter> BY_AGE =
            Comparator.comparingInt(Letter::validFrom).thenComparing(Letter::id);

    /** The version that applies on a day, or null if none does yet. */
    static @Nullable Letter inForce(List<Letter> letters, int day) {
        return letters.stream()
                .filter(letter -> letter.validFrom <= day)
                .max(BY_AGE)
                .orElse(null);
    }

    /** Whether it takes the place of {@code other}. */
    boolean replaces(Letter other) {
        return BY_AGE.compare(this, other) > 0;
    }
}
