package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.anxin.sweep.FoundGroup;

/** {@code /markets}: all markets, and each with its lists. */
@Path("/markets")
public class MarketPagesResource {
    /** More entries are on no list of one market. */
    private static final int WHOLE = 100_000;

    private final Pages pages;
    private final MarketReading reading;

    MarketPagesResource(Pages pages, MarketReading reading) {
        this.pages = pages;
        this.reading = reading;
    }

    /** All markets. */
    @GET
    @Blocking
    public Response all(@Context HttpServerRequest request) {
        return pages.show(request, Section.MARKETS, frame -> Templates.markets(frame, reading.all()));
    }

    /** One market: the lists issued to it, or the list that a number leads to. */
    @GET
    @Path("{id}")
    @Blocking
    public Response one(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.MARKETS, frame -> {
            String key = query.text("group");
            FoundGroup group = key == null ? null : Groups.of(key, FoundGroup.WARNED);
            MarketReading.Wanted wanted = new MarketReading.Wanted(
                    Query.requireId(id), query.day("day"), group, query.day("sampled"), query.day("due"), query.page());
            return Templates.market(frame, reading.of(wanted, pages.today()));
        });
    }

    /** One of its other lists: a page of it, all of it, or a file. */
    @GET
    @Path("{id}/{part}")
    @Blocking
    public Response part(
            @PathParam("id") String id, @PathParam("part") String part, @Context HttpServerRequest request) {
        Query query = new Query(request);
        String format = query.text("format");
        boolean whole = query.text("whole") != null || format != null;
        return pages.act(request, Section.MARKETS, frame -> {
            MarketParts.Shown shown = whole
                    ? new MarketParts.Shown(1, WHOLE, false)
                    : new MarketParts.Shown(query.page(), PeopleLists.PAGE, false);
            MarketPartPage page =
                    reading.part(Query.requireId(id), MarketPart.of(part), query.day("day"), pages.today(), shown);
            return format == null
                    ? new Pages.Outcome.Shown(Pages.OK, Templates.marketPart(frame, page))
                    : Pages.Outcome.Sent.of(format, page.file(frame.language()));
        });
    }
}
