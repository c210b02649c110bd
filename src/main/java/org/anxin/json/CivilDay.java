package org.anxin.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.util.regex.Pattern;
import org.anxin.time.Days;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Civil days read from text: a strict ISO date, or an RFC 3339 date-time with offset. Reads characters in place, since a
 * person has a dozen dates and most of a request is dates.
 */
public final class CivilDay {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern LOCAL_TIME = Pattern.compile(DATE + "[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?");
    private static final Pattern TIME =
            Pattern.compile(DATE + "[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_A_DAY = 86_400;
    private static final long NO_SECOND = Long.MIN_VALUE;

    private CivilDay() {}

    /** The epoch day of a date such as {@code 2022-04-05}, or {@link Days#NONE} if it is not one. */
    public static int ofDate(String text) {
        return ofDate(text.toCharArray(), 0, text.length());
    }

    /** Why {@link #ofDate(String)} found no day. */
    public static ErrorCode whyNoDate(String text) {
        return DATE.matcher(text).matches() ? outOfRangeOrImpossible(text) : ErrorCode.BAD_DATE;
    }

    static int ofDate(char[] text, int from, int length) {
        return length == DATE_LENGTH ? dateAt(text, from) : Days.NONE;
    }

    /** The civil day in {@code zone} of a date or a date-time with offset, or {@link Days#NONE} if it is neither. */
    static int ofTime(char[] text, int from, int length, ZoneId zone) {
        if (length == DATE_LENGTH) {
            return dateAt(text, from);
        }
        long second = second(text, from, length);
        return second == NO_SECOND ? Days.NONE : inZone(second, zone);
    }

    /** The moment of a date or a date-time with offset, or null if it is neither. Digits finer than microseconds are cut. */
    public static @Nullable Moment moment(String text, ZoneId zone) {
        char[] chars = text.toCharArray();
        int day = ofTime(chars, 0, chars.length, zone);
        if (day == Days.NONE) {
            return null;
        }
        return chars.length == DATE_LENGTH
                ? Moment.of(day)
                : new Moment(day, second(chars, 0, chars.length) * 1_000_000 + fraction(chars));
    }

    /** Seconds since 1970 of a date-time with offset, or {@link #NO_SECOND}. */
    private static long second(char[] text, int from, int length) {
        if (length < "2022-04-05T09:30:00Z".length() || (text[from + DATE_LENGTH] | 0x20) != 't') {
            return NO_SECOND;
        }
        int day = dateAt(text, from);
        int second = secondOfDay(text, from + DATE_LENGTH + 1);
        int at = afterFraction(text, from + DATE_LENGTH + 9, from + length);
        int offset = offset(text, at, from + length - at);
        boolean isTime = day != Days.NONE && second >= 0 && offset != Days.NONE;
        return isTime ? (long) day * SECONDS_A_DAY + second - offset : NO_SECOND;
    }

    /** Whole microseconds of the fraction of a second in a date-time, if it has one. */
    private static int fraction(char[] time) {
        int at = DATE_LENGTH + 9;
        if (time[at] != '.') {
            return 0;
        }
        int micros = 0;
        for (int unit = 100_000; unit > 0; unit /= 10) {
            at++;
            if (time[at] < '0' || time[at] > '9') {
                break;
            }
            micros += unit * (time[at] - '0');
        }
        return micros;
    }

    /** Why {@link #moment} found none. */
    public static ErrorCode whyNoTime(String text) {
        if (LOCAL_TIME.matcher(text).matches()) {
            return ErrorCode.OFFSET_MISSING;
        }
        if (TIME.matcher(text).matches()) {
            return outOfRangeOrImpossible(text);
        }
        return DATE.matcher(text).matches() ? outOfRangeOrImpossible(text) : ErrorCode.BAD_TIME;
    }

    private static ErrorCode outOfRangeOrImpossible(String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text.substring(0, DATE_LENGTH));
        } catch (DateTimeException e) {
            return ErrorCode.IMPOSSIBLE_DATE;
        }
        // A time on the last evening of 2999 may lie in 3000 in the zone, so only days well inside tell the reasons
        // apart.
        boolean wellInside = date.toEpochDay() > Days.FIRST && date.toEpochDay() < Days.LAST;
        return wellInside ? ErrorCode.IMPOSSIBLE_DATE : ErrorCode.DATE_OUT_OF_RANGE;
    }

    private static int inZone(long second, ZoneId zone) {
        int offset = zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        long civil = Math.floorDiv(second + offset, SECONDS_A_DAY);
        return civil < Days.FIRST || civil > Days.LAST ? Days.NONE : (int) civil;
    }

    private static int dateAt(char[] text, int at) {
        int century = two(text, at);
        int year = two(text, at + 2);
        int month = two(text, at + 5);
        int day = two(text, at + 8);
        if ((century | year | month | day) < 0 || text[at + 4] != '-' || text[at + 7] != '-') {
            return Days.NONE;
        }
        return ofDate(century * 100 + year, month, day);
    }

    private static int ofDate(int year, int month, int day) {
        if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) {
            return Days.NONE;
        }
        boolean leap = IsoChronology.INSTANCE.isLeapYear(year);
        return day > Month.of(month).length(leap)
                ? Days.NONE
                : (int) LocalDate.of(year, month, day).toEpochDay();
    }

    /** RFC 3339 allows a leap second, 23:59:60; it counts as the second before it. */
    private static int secondOfDay(char[] text, int at) {
        int hour = two(text, at);
        int minute = two(text, at + 3);
        int second = two(text, at + 6);
        if ((hour | minute | second) < 0 || text[at + 2] != ':' || text[at + 5] != ':') {
            return -1;
        }
        return hour > 23 || minute > 59 || second > 60 ? -1 : hour * 3600 + minute * 60 + Math.min(second, 59);
    }

    /** The place after a fraction of a second, if there is one at {@code at}; fractions do not change the day. */
    private static int afterFraction(char[] text, int at, int end) {
        int next = at;
        if (next < end && text[next] == '.') {
            do {
                next++;
            } while (next < end && text[next] >= '0' && text[next] <= '9');
            return next == at + 1 ? at : next;
        }
        return next;
    }

    /** Seconds east of UTC, or {@link Days#NONE} if there is no offset. */
    private static int offset(char[] text, int at, int length) {
        if (length == 1 && (text[at] | 0x20) == 'z') {
            return 0;
        }
        if (length != 6 || text[at + 3] != ':' || text[at] != '+' && text[at] != '-') {
            return Days.NONE;
        }
        int hours = two(text, at + 1);
        int minutes = two(text, at + 4);
        if ((hours | minutes) < 0 || hours > 23 || minutes > 59) {
            return Days.NONE;
        }
        return (text[at] == '-' ? -60 : 60) * (hours * 60 + minutes);
    }

    /** The number written by two ASCII digits, or -1. */
    private static int two(char[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
