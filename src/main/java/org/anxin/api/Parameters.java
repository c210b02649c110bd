package org.anxin.api;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.Suggestion;
import org.anxin.json.Text;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. Unknown ones are refused: a mistyped {@code asOf} that is ignored would be answered
 * for the wrong day.
 */
final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private static final Bilingual FLAG = new Bilingual("true 或 false", "true or false");

    private static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private final MultiMap given;

    private Parameters(MultiMap given) {
        this.given = given;
    }

    /** The parameters, of which only those {@code known} may be given, each once. */
    static Parameters of(HttpServerRequest request, String... known) {
        MultiMap given = request.query() == null ? MultiMap.caseInsensitiveMultiMap() : request.params();
        List<String> names = List.of(known);
        for (String name : given.names()) {
            if (names.isEmpty()) {
                throw new ProblemException(ProblemType.BAD_REQUEST);
            }
            if (!names.contains(name)) {
                throw ProblemException.parameter(names.get(0), ErrorCode.UNKNOWN_PARAMETER, Suggestion.of(name, names));
            }
            if (given.getAll(name).size() > 1) {
                throw ProblemException.parameter(name, ErrorCode.REPEATED_PARAMETER);
            }
        }
        return new Parameters(given);
    }

    /** The text of a parameter, or null if it is not given. */
    @Nullable
    String text(String name) {
        return given.get(name);
    }

    /** {@code true} or {@code false}, or null if it is not given. */
    @Nullable
    Boolean flag(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw ProblemException.parameter(name, ErrorCode.WRONG_TYPE, FLAG);
        }
        return Boolean.valueOf(text);
    }

    /** An id, or null if it is not given. */
    @Nullable
    String id(String name) {
        String text = text(name);
        return text == null ? null : requireId(name, text);
    }

    /**
     * The id of something that is registered, or null if it is not given. One that is not would be answered with nothing,
     * as if all were well.
     */
    @Nullable
    String reference(String name, Predicate<String> isThere) {
        String id = id(name);
        if (id != null && !isThere.test(id)) {
            throw ProblemException.parameter(name, ErrorCode.UNKNOWN_REFERENCE);
        }
        return id;
    }

    /** An epoch day, {@link Days#NONE} if it is not given. */
    int day(String name) {
        String text = text(name);
        return text == null ? Days.NONE : requireDay(name, text);
    }

    /** An epoch day, today's if it is not given. */
    int dayOrToday(String name, Clock clock) {
        int day = day(name);
        return day == Days.NONE ? (int) LocalDate.now(clock).toEpochDay() : day;
    }

    /** An instant, or null if it is not given. */
    @Nullable
    Instant moment(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        // In an address a plus sign means a space, and who forgets to escape it means the offset.
        String time = text.replace(' ', '+');
        ErrorCode mistake = whyNoMoment(time);
        if (mistake != null) {
            throw ProblemException.parameter(name, mistake);
        }
        return instant(time);
    }

    /** Why a text is no moment, or null if it is one. */
    static @Nullable ErrorCode whyNoMoment(String time) {
        if (!MOMENT.matcher(time).matches()) {
            return ErrorCode.BAD_MOMENT;
        }
        try {
            OffsetDateTime.parse(time);
            return null;
        } catch (DateTimeException e) {
            return ErrorCode.IMPOSSIBLE_DATE;
        }
    }

    /** The moment that a text names; one that names none is a mistake of the caller. */
    static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    /**
     * A whole number from 1 to {@code most}.
     *
     * @param usual if it is not given
     */
    int count(String name, int usual, int most) {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        int count = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (count < 1 || count > most) {
            throw ProblemException.parameter(name, ErrorCode.BAD_LIMIT, most);
        }
        return count;
    }

    /** {@code text}, which must be an id. Parts of an address are named like parameters. */
    static String requireId(String name, String text) {
        if (!Text.isId(text)) {
            throw ProblemException.parameter(name, ErrorCode.BAD_ID);
        }
        return text;
    }

    /** The epoch day that {@code text} must name. */
    static int requireDay(String name, String text) {
        int day = CivilDay.ofDate(text);
        if (day == Days.NONE) {
            throw ProblemException.parameter(name, CivilDay.whyNoDate(text));
        }
        return day;
    }
}
