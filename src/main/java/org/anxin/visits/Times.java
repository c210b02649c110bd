package org.anxin.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.anxin.time.Days;
import org.anxin.time.Moment;

/** Times and days as the database has them. */
final class Times {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Times() {}

    /** The time of so many microseconds since 1970. */
    static OffsetDateTime of(long micros) {
        return instant(micros).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Microseconds since 1970 of an instant. */
    static long micros(Instant instant) {
        // ChronoUnit counts nanoseconds on the way, which end in 2262.
        long seconds = Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND);
        return Math.addExact(seconds, instant.getNano() / NANOS_PER_MICRO);
    }

    /** Microseconds since 1970 in a column, {@code missing} where it is null. */
    static long micros(ResultSet row, int column, long missing) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? missing : micros(time.toInstant());
    }

    /** The moment in a column with a time and one with its day. */
    static Moment moment(ResultSet row, int time, int day) throws SQLException {
        return new Moment(row.getInt(day), micros(row, time, 0));
    }

    /** The epoch day in a column that counts days, {@link Days#NONE} where it is null. */
    static int day(ResultSet row, int column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? Days.NONE : day;
    }
}
