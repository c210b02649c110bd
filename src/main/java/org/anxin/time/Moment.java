package org.anxin.time;

/**
 * When a sample was taken: the civil day, and where it is known the instant.
 *
 * @param day epoch day in the service's zone
 * @param micros microseconds since 1970-01-01T00:00:00Z, or {@link #DAY_ONLY}
 */
public record Moment(int day, long micros) {
    /** Only the day is known. */
    public static final long DAY_ONLY = Long.MIN_VALUE;

    /** Some time on {@code day}. */
    public static Moment of(int day) {
        return new Moment(day, DAY_ONLY);
    }
}
