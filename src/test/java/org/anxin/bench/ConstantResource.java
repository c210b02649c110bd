package org.anxin.bench;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /api/v1/evaluate} is compared with: parses the same body and writes a constant decision, both the usual
 * way, with records that Jackson binds. Only {@link BenchApplication} packages it.
 */
@Path("/bench/constant")
@Consumes(MediaType.APPLICATION_JSON)
public class ConstantResource {
    private volatile @Nullable Answer answer;

    public record Request(String asOf, List<Person> personnel) {}

    public record Person(
            String id, List<Assignment> assignments, List<Sample> samples, List<Absence> absences, String releasedOn) {}

    public record Assignment(Market market, String category, String from, String to) {}

    public record Market(String id, String type, String subdistrict) {}

    public record Sample(String takenAt, String result) {}

    public record Absence(String from, String to) {}

    public record Answer(String asOf, String ruleset, List<Decision> personnel, List<String> batches) {}

    public record Decision(
            String personId,
            String status,
            String dueOn,
            String action,
            List<Obligation> obligations,
            List<String> notes) {}

    public record Obligation(
            String rule,
            Text title,
            String directive,
            String marketId,
            String category,
            String since,
            Cadence cadence,
            String from,
            String to,
            String lastCounted,
            String dueOn,
            String status,
            Text explanation) {}

    public record Cadence(String kind, int n) {}

    public record Text(String zh, String en) {}

    /** Keeps the real answer, so that both endpoints write the same bytes. */
    @PUT
    public void keep(Answer real) {
        answer = real;
    }

    /** The constant. */
    @POST
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    public @Nullable Answer evaluate(Request request) {
        return answer;
    }
}
