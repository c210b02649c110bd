package org.anxin.api;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.Suggestion;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request. Unknown and repeated ones are refused: a mistyped {@code asOf} that is ignored
 * would be answered for the wrong day.
 */
final class Parameters {
    private static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private final MultiMap given;

    private Parameters(MultiMap given) {
        this.given = given;
    }

    /** @param known all names that mean something here */
    static Parameters of(HttpServerRequest request, String... known) {
        List<String> names = List.of(known);
        MultiMap given = request.query() == null ? MultiMap.caseInsensitiveMultiMap() : request.params();
        for (String name : given.names()) {
            if (!names.contains(name)) {
                throw ProblemException.parameter(names.get(0), ErrorCode.UNKNOWN_PARAMETER, Suggestion.of(name, names));
            }
            if (given.getAll(name).size() > 1) {
                throw ProblemException.parameter(name, ErrorCode.REPEATED_PARAMETER);
            }
        }
        return new Parameters(given);
    }

    /** Refuses whatever is given, where nothing means anything. */
    static void none(HttpServerRequest request) {
        for (String name : of(request, request.params().names().toArray(String[]::new))
                .given
                .names()) {
            throw ProblemException.parameter(name, ErrorCode.UNKNOWN_PARAMETER, "");
        }
    }

    /** The text, or null if not given. */
    @Nullable
    String text(String name) {
        return given.get(name);
    }

    /** The epoch day, or {@link Days#NONE} if not given. */
    int day(String name) {
        String text = given.get(name);
        if (text == null) {
            return Days.NONE;
        }
        int day = CivilDay.ofDate(text);
        if (day == Days.NONE) {
            throw ProblemException.parameter(name, CivilDay.whyNoDate(text));
        }
        return day;
    }

    /** The epoch day, or today's if not given. */
    int dayOrToday(String name, LocalDate today) {
        int day = day(name);
        return day == Days.NONE ? (int) today.toEpochDay() : day;
    }

    /** The instant, or null if not given. */
    @Nullable
    Instant moment(String name) {
        String text = given.get(name);
        if (text == null) {
            return null;
        }
        // In an address a plus sign means a space, and who forgets to escape it means the offset.
        String time = text.replace(' ', '+');
        if (!MOMENT.matcher(time).matches()) {
            throw ProblemException.parameter(name, ErrorCode.BAD_MOMENT);
        }
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.parameter(name, ErrorCode.IMPOSSIBLE_DATE);
        }
    }

    /** The whole number from 1 to {@code most}, or {@code otherwise} if not given. */
    int count(String name, int most, int otherwise) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        boolean fits = text.matches("[1-9][0-9]{0,8}") && Integer.parseInt(text) <= most;
        if (!fits) {
            throw ProblemException.parameter(name, ErrorCode.BAD_COUNT, most);
        }
        return Integer.parseInt(text);
    }
}
