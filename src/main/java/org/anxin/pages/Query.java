package org.anxin.pages;

import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.anxin.json.CivilDay;
import org.anxin.json.Text;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The query of a page's address. Empty fields of a form are as if they were not there; what cannot be read is an error and
 * not ignored, since a page for another day would mislead.
 *
 * @param request to read from
 */
record Query(HttpServerRequest request) {
    private static final int LONGEST_NUMBER = 6;

    /** The text, without white space around it; null if it is missing or blank. No text has a NUL. */
    @Nullable
    String text(String name) {
        String value = request.getParam(name);
        if (value != null && value.indexOf('\0') >= 0) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** An epoch day, or {@link Days#NONE}. */
    int day(String name) {
        String text = text(name);
        return text == null ? Days.NONE : requireDay(text);
    }

    /** An epoch day that {@code text} names. */
    static int requireDay(String text) {
        int day = CivilDay.ofDate(text);
        if (day == Days.NONE) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        return day;
    }

    /** The number of a page, from 1. */
    int page() {
        String text = text("page");
        return text == null ? 1 : Math.max(1, requireNumber(text));
    }

    /** A whole number that is not negative. */
    static int requireNumber(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        return Integer.parseInt(text);
    }

    /**
     * A time of the years that days may have: that of a browser's field, in the service's zone, or one with an offset; null if
     * it is missing.
     */
    @Nullable
    Instant time(String name, ZoneId zone) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            // In an address a plus sign means a space.
            Instant time = text.length() > "2022-04-07T00:00:00".length()
                    ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                    : LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
            requireDay(time.atZone(zone).toLocalDate().toString());
            return time;
        } catch (DateTimeException e) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
    }

    /** An id in an address. */
    static String requireId(String text) {
        if (!Text.isId(text)) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return text;
    }
}
