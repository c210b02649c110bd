package org.anxin.testing;

/**
 * Days on which a person is away (SPEC section 3).
 *
 * @param from first day away, as an epoch day
 * @param to last day away, {@link org.anxin.time.Days#OPEN} while the person is still away
 */
public record Absence(int from, int to) {

    /** Whether the person is away on {@code day}. */
    public boolean covers(int day) {
        return from <= day && day <= to;
    }
}
