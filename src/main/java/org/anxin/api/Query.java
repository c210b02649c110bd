package org.anxin.api;

import io.vertx.core.http.HttpServerRequest;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of {@code POST /api/v1/evaluate}.
 *
 * @param ruleset which ruleset is to answer; null for the active one
 * @param asOf the day asked about, as an epoch day; {@link Days#NONE} if not given
 * @param log whether the answer is to be logged; null if not given
 */
record Query(@Nullable String ruleset, int asOf, @Nullable Boolean log) {
    private static final String RULESET = "ruleset";
    private static final String AS_OF = "asOf";
    private static final String LOG = "log";
    private static final Query NONE = new Query(null, Days.NONE, null);

    /** For a JSON body, which carries its own {@code asOf}. */
    static Query withoutDay(HttpServerRequest request) {
        return request.query() == null ? NONE : of(Parameters.of(request, RULESET, LOG));
    }

    /** For a stream of lines. */
    static Query withDay(HttpServerRequest request) {
        return request.query() == null ? NONE : of(Parameters.of(request, RULESET, AS_OF, LOG));
    }

    private static Query of(Parameters given) {
        return new Query(given.text(RULESET), given.day(AS_OF), given.flag(LOG));
    }
}
