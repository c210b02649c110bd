package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.anxin.readiness.Changes;
import org.anxin.registry.Markets;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/markets/{id}/imported-goods/changes}: who changed what of the two lists. */
@Path("/api/v1/markets/{id}/imported-goods/changes")
public class ImportChangesResource {
    private static final int USUAL_PAGE = 100;
    private static final int LONGEST_PAGE = 1_000;

    private final Changes changes;
    private final Markets markets;

    ImportChangesResource(Changes changes, Markets markets) {
        this.changes = changes;
        this.markets = markets;
    }

    /**
     * The answer.
     *
     * @param next value of {@code after} for the next page; null on the last one
     */
    public record Answer(
            String marketId, List<Entry> changes, @Nullable String next) {}

    /** One change. */
    public record Entry(
            Instant at,
            String by,
            String change,
            String list,
            String operatorId,
            @Nullable String goods,
            @Nullable String personId,
            @Nullable String contact,
            String from,
            @Nullable String to) {}

    /** The latest first. */
    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    public Answer get(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        String marketId = Parameters.requireId("id", id);
        Parameters query = Parameters.of(http, "limit", "after");
        int limit = query.count("limit", USUAL_PAGE, LONGEST_PAGE);
        int skipped = query.count("after", 0, Integer.MAX_VALUE);
        if (!markets.has(marketId)) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        List<Changes.Change> found = changes.of(marketId, skipped, limit + 1);
        return new Answer(
                marketId,
                found.stream().limit(limit).map(ImportChangesResource::entry).toList(),
                found.size() > limit ? Integer.toString(skipped + limit) : null);
    }

    private static Entry entry(Changes.Change change) {
        return new Entry(
                change.at().toInstant(),
                change.by(),
                change.change(),
                change.list(),
                change.operatorId(),
                change.goods(),
                change.personId(),
                change.contact(),
                Days.text(change.from()),
                change.to() == Days.OPEN ? null : Days.text(change.to()));
    }
}
