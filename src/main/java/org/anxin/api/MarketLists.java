package org.anxin.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.anxin.json.ErrorCode;
import org.anxin.sweep.IssuedLists;
import org.anxin.sweep.IssuedRun;
import org.anxin.sweep.ListKind;
import org.anxin.sweep.ListedPerson;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Answers for both lists of a market. */
@Singleton
class MarketLists {
    private static final int LONGEST_PAGE = 10_000;

    private final IssuedLists lists;
    private final Clock clock;

    MarketLists(IssuedLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    Response answer(ListKind kind, String marketId, RoutingContext routing, UriInfo address) throws SQLException {
        Parameters query = Parameters.of(routing.request(), "asOf", "sweep", "format", "limit", "after");
        TableFormat format = TableFormat.of(routing, query.text("format"));
        int limit = query.count("limit", Integer.MAX_VALUE, LONGEST_PAGE);
        Integer market = lists.market(marketId);
        if (market == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        IssuedRun run = run(query.day("asOf"), query.text("sweep"));
        List<ListedPerson> all = lists.list(kind, run, marketId, market);
        int from = after(all, query.text("after"));
        int to = (int) Math.min(all.size(), (long) from + limit);
        String next = to < all.size() ? all.get(to - 1).personId() : null;
        MarketListAnswer answer = new MarketListAnswer(kind, marketId, run, all.subList(from, to), next);
        return response(answer, format, address);
    }

    /** A named run alone says which day it is for. */
    private IssuedRun run(int day, @Nullable String id) throws SQLException {
        int today = (int) LocalDate.now(clock).toEpochDay();
        IssuedRun run = lists.run(day == Days.NONE && id == null ? today : day, id);
        if (run == null) {
            throw new ProblemException(ProblemType.NOT_SWEPT);
        }
        return run;
    }

    private static int after(List<ListedPerson> all, @Nullable String personId) {
        if (personId == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).personId().equals(personId)) {
                return i + 1;
            }
        }
        throw ProblemException.parameter("after", ErrorCode.BAD_CURSOR);
    }

    private static Response response(MarketListAnswer answer, TableFormat format, UriInfo address) {
        Response.ResponseBuilder response = Response.ok(answer.bytes(format))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Anxin-Sweep", answer.run().id())
                .header("Anxin-As-Of", Days.text(answer.run().asOf()))
                .header("Anxin-Ruleset", answer.run().ruleset());
        if (format != TableFormat.JSON) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, answer.table().disposition(format.ending()));
        }
        if (answer.next() != null) {
            // The run is named, so that a sweep that completes meanwhile does not change the list between two pages.
            response.links(Link.fromUriBuilder(address.getRequestUriBuilder()
                            .replaceQueryParam("sweep", answer.run().id())
                            .replaceQueryParam("after", answer.next()))
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}
