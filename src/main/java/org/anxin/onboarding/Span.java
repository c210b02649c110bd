package org.anxin.onboarding;

import java.util.List;
import org.anxin.time.Days;

/**
 * Days from {@code from} to {@code to}, both included, as epoch days.
 *
 * @param to {@link Days#OPEN} if no end is known
 */
public record Span(int from, int to) {

    /** Whether {@code day} lies in it. */
    public boolean contains(int day) {
        return from <= day && day <= to;
    }

    /** Whether {@code day} lies in one of them. */
    public static boolean any(List<Span> spans, int day) {
        return spans.stream().anyMatch(span -> span.contains(day));
    }
}
