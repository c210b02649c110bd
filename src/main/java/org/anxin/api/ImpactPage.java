package org.anxin.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.anxin.impact.Impact;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.Suggestion;
import org.anxin.json.Text;
import org.anxin.table.Table;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of a preview have in common: which page of whom is asked for.
 *
 * @param format to answer in
 * @param day as an epoch day; {@link Days#NONE} for all days
 * @param change name of a kind of change; null for all
 * @param market id of a market; null for all
 * @param limit most rows on the page
 * @param after where the page begins; null for the first page
 */
record ImpactPage(
        TableFormat format,
        int day,
        @Nullable String change,
        @Nullable String market,
        int limit,
        @Nullable Cursor after) {
    private static final int USUAL_PAGE = 1000;
    private static final int LONGEST_PAGE = 10_000;
    private static final int DATE = 10;

    /**
     * After this row on this day.
     *
     * @param day as an epoch day
     * @param id of a person or batch
     */
    record Cursor(int day, String id) {
        private static Cursor of(String after) {
            boolean whole = after.length() > DATE && after.charAt(DATE) == ':' && Text.isId(after.substring(DATE + 1));
            int day = whole ? CivilDay.ofDate(after.substring(0, DATE)) : Days.NONE;
            if (day == Days.NONE) {
                throw PageQuery.badCursor();
            }
            return new Cursor(day, after.substring(DATE + 1));
        }

        /** As a value of {@code after}. */
        String text() {
            return Days.text(day) + ":" + id;
        }
    }

    /**
     * The page that a request asks for.
     *
     * @param kinds of change that there are
     */
    static ImpactPage of(RoutingContext routing, List<String> kinds) {
        Parameters query = Parameters.of(routing.request(), "date", "change", "market", "limit", "after", "format");
        String after = query.text("after");
        String change = query.text("change");
        if (change != null && !kinds.contains(change)) {
            throw ProblemException.parameter("change", ErrorCode.UNKNOWN_KIND, Suggestion.of(change, kinds));
        }
        return new ImpactPage(
                TableFormat.of(routing, query.text("format")),
                query.day("date"),
                change,
                query.id("market"),
                query.count("limit", USUAL_PAGE, LONGEST_PAGE),
                after == null ? null : Cursor.of(after));
    }

    /**
     * Answers with a page.
     *
     * @param body in the format asked for
     * @param table what a file is named by
     * @param next the value of {@code after} for the next page; null on the last one
     */
    Response response(Impact impact, byte[] body, Table table, @Nullable String next, UriInfo address) {
        Response.ResponseBuilder response = Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Anxin-Ruleset", impact.question().ruleset());
        if (format != TableFormat.JSON) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, table.disposition(format.ending()));
        }
        if (next != null) {
            response.links(Link.fromUriBuilder(address.getRequestUriBuilder().replaceQueryParam("after", next))
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}
