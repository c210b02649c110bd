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
import java.util.List;
import org.anxin.sweep.Suspension;
import org.anxin.sweep.SuspensionHistory;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/people/{id}/suspensions}: when a person might not trade, and why. */
@Path("/api/v1/people/{id}/suspensions")
public class PersonSuspensionsResource {
    private final SuspensionHistory suspensions;

    PersonSuspensionsResource(SuspensionHistory suspensions) {
        this.suspensions = suspensions;
    }

    /**
     * The answer.
     *
     * @param suspensions in the order in which they were opened
     */
    public record Answer(String personId, List<Entry> suspensions) {}

    /**
     * A suspension.
     *
     * @param lifted null while it lasts
     */
    public record Entry(
            String action,
            List<String> rules,
            Turn opened,
            @Nullable Turn lifted) {}

    /** By which run, for which day, and on which samples it rests. */
    public record Turn(String sweepId, String asOf, List<String> samples) {}

    /** All suspensions of a person, those that were lifted too. */
    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    public Answer get(@PathParam("id") String personId, @Context HttpServerRequest http) throws SQLException {
        Parameters.of(http);
        List<Suspension> found = suspensions.of(Parameters.requireId("id", personId));
        if (found == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return new Answer(
                personId, found.stream().map(PersonSuspensionsResource::entry).toList());
    }

    private static Entry entry(Suspension one) {
        return new Entry(
                one.action(), one.rules(), turn(one.opened()), one.lifted() == null ? null : turn(one.lifted()));
    }

    private static Turn turn(Suspension.Turn turn) {
        return new Turn(
                turn.sweepId(),
                Days.text(turn.asOf()),
                turn.samples().stream().map(Days::text).toList());
    }
}
