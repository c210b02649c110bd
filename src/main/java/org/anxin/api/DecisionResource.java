package org.anxin.api;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.anxin.history.StoredDecision;
import org.anxin.history.StoredDecisions;
import org.anxin.json.ErrorCode;
import org.anxin.json.InputError;
import org.anxin.json.JsonOutput;
import org.anxin.policy.Policy;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.PersonDecisionJson;
import org.anxin.time.Days;

/** {@code GET /api/v1/people/{id}/decision}: a stored person decided, as of any day and with what was known at any time. */
@Path("/api/v1/people/{id}/decision")
public class DecisionResource {
    private static final SerializableString AS_OF = new SerializedString("asOf");
    private static final SerializableString RULESET = new SerializedString("ruleset");
    private static final int SIZE = 2048;

    private final StoredDecisions decisions;
    private final NamedRulesets rulesets;
    private final Clock clock;

    DecisionResource(StoredDecisions decisions, NamedRulesets rulesets, Clock clock) {
        this.decisions = decisions;
        this.rulesets = rulesets;
        this.clock = clock;
    }

    /** The same decision that evaluating the stored facts gives. */
    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@PathParam("id") String personId, @Context HttpServerRequest http) throws SQLException {
        Parameters query = Parameters.of(http, "asOf", "knownAt", "ruleset");
        int asOf = query.dayOrToday("asOf", clock);
        Policy policy = rulesets.named(query.text("ruleset"), asOf);
        StoredDecision found =
                decisions.of(Parameters.requireId("id", personId), asOf, query.moment("knownAt"), policy);
        if (found instanceof StoredDecision.Decided decided) {
            return Response.ok(document(decided.decision(), policy, asOf))
                    .header("Anxin-Ruleset", policy.ruleset().id())
                    .header("Anxin-As-Of", Days.text(asOf))
                    .build();
        }
        throw new ProblemException(problem(found));
    }

    private static byte[] document(PersonDecision decision, Policy policy, int asOf) {
        return JsonBytes.of(SIZE, out -> {
            out.writeStartObject();
            JsonOutput.day(out, AS_OF, asOf);
            JsonOutput.text(out, RULESET, policy.ruleset().id());
            PersonDecisionJson.writeMembers(out, decision);
            out.writeEndObject();
        });
    }

    private static Problem problem(StoredDecision undecided) {
        if (undecided instanceof StoredDecision.NotDecidable facts) {
            ProblemType type = ProblemType.UNDECIDABLE;
            InputError error = new InputError(
                    facts.pointer(),
                    0,
                    0,
                    ErrorCode.UNDECLARED_WORD,
                    facts.reason().message());
            return new Problem(type, type.status(), null, List.of(error), 0);
        }
        return Problem.of(
                undecided instanceof StoredDecision.Unassigned ? ProblemType.NO_ASSIGNMENT : ProblemType.NOT_FOUND);
    }
}
