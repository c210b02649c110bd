package org.anxin.api;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.Suggestion;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of {@code POST /api/v1/evaluate}. Unknown ones are refused: a mistyped {@code asOf} that is
 * ignored would be answered for the wrong day.
 *
 * @param ruleset which ruleset is to answer; null for the active one
 * @param asOf the day asked about, as an epoch day; {@link Days#NONE} if not given
 */
record Query(@Nullable String ruleset, int asOf) {
    private static final String RULESET = "ruleset";
    private static final String AS_OF = "asOf";
    private static final Query NONE = new Query(null, Days.NONE);

    /** For a JSON body, which carries its own {@code asOf}. */
    static Query withoutDay(HttpServerRequest request) {
        return request.query() == null ? NONE : of(request.params(), List.of(RULESET));
    }

    /** For a stream of lines. */
    static Query withDay(HttpServerRequest request) {
        return request.query() == null ? NONE : of(request.params(), List.of(RULESET, AS_OF));
    }

    private static Query of(MultiMap given, List<String> known) {
        for (String name : given.names()) {
            if (!known.contains(name)) {
                throw ProblemException.parameter(known.get(0), ErrorCode.UNKNOWN_PARAMETER, Suggestion.of(name, known));
            }
            if (given.getAll(name).size() > 1) {
                throw ProblemException.parameter(name, ErrorCode.REPEATED_PARAMETER);
            }
        }
        return new Query(given.get(RULESET), day(given.get(AS_OF)));
    }

    private static int day(@Nullable String text) {
        if (text == null) {
            return Days.NONE;
        }
        int day = CivilDay.ofDate(text);
        if (day == Days.NONE) {
            throw ProblemException.parameter(AS_OF, CivilDay.whyNoDate(text));
        }
        return day;
    }
}
