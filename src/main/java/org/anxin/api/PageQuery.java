package org.anxin.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.Text;
import org.anxin.time.Days;

/**
 * Which page is asked for.
 *
 * @param given all query parameters
 * @param after the {@code next} of the page before; empty for the first page
 * @param limit most records on it
 */
record PageQuery(Parameters given, String after, int limit) {
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    /**
     * The page that a request asks for.
     *
     * @param further parameters beside those of pages
     */
    static PageQuery of(HttpServerRequest http, String... further) {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        String[] known =
                Stream.concat(Stream.of(LIMIT, AFTER), Stream.of(further)).toArray(String[]::new);
        Parameters given = Parameters.of(http, known);
        String after = given.text(AFTER);
        return new PageQuery(given, after == null ? "" : after, given.count(LIMIT, USUAL, MOST));
    }

    /** Where the page begins, for records that come by id. */
    String afterId() {
        if (!after.isEmpty() && !Text.isId(after)) {
            throw badCursor();
        }
        return after;
    }

    /** Where the page begins, for records that come by day. */
    LocalDate afterDay() {
        int day = after.isEmpty() ? Days.FIRST - 1 : CivilDay.ofDate(after);
        if (day == Days.NONE) {
            throw badCursor();
        }
        return LocalDate.ofEpochDay(day);
    }

    static ProblemException badCursor() {
        return ProblemException.parameter(AFTER, ErrorCode.BAD_CURSOR);
    }
}
