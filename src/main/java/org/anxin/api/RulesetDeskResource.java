package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.anxin.policy.Activation;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Approvals;
import org.anxin.policy.RulesetDiff;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Versions;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.Ruleset;
import org.anxin.security.Caller;
import org.anxin.time.Days;

/** {@code /api/v1/rulesets/…}: versions of the rules are compared, approved, put into force and taken back. */
@Path("/api/v1/rulesets")
public class RulesetDeskResource {
    private static final int MAX_BODY = 4 * 1024;

    private final DeskRequests requests;
    private final NamedRulesets rulesets;
    private final Versions versions;
    private final ActivePolicy activePolicy;
    private final Clock clock;

    RulesetDeskResource(
            DeskRequests requests, NamedRulesets rulesets, Versions versions, ActivePolicy activePolicy, Clock clock) {
        this.requests = requests;
        this.rulesets = rulesets;
        this.versions = versions;
        this.activePolicy = activePolicy;
        this.clock = clock;
    }

    /**
     * What a version changes.
     *
     * @param ruleset id of the version
     * @param against id of the one that it is compared with
     * @param changes what is different
     */
    public record Difference(String ruleset, String against, RulesetDiff changes) {}

    /** All activations. */
    public record Activations(List<RulesetJson.ActivationJson> items) {}

    /** What a version changes in another, in the active one unless {@code against} names it. */
    @GET
    @Path("{id}/diff")
    @Blocking
    public Response diff(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        String named = Parameters.of(http, "against").text("against");
        Ruleset after = rulesets.version(id).ruleset();
        Ruleset before = named == null
                ? activePolicy.current().ruleset()
                : rulesets.version(named).ruleset();
        return DeskRequests.answer(new Difference(after.id(), before.id(), RulesetDiff.of(before, after)));
    }

    /** What a version leaves open or says twice on some days. */
    @GET
    @Path("{id}/gaps")
    @Blocking
    public Response gaps(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        return DeskRequests.answer(GapsResource.answer(rulesets.version(id).ruleset(), http, clock));
    }

    /** Approves a version, unless its cases forbid that. */
    @POST
    @Path("{id}/approval")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> approve(@PathParam("id") String id, @Context HttpServerRequest http) {
        return requests.post(http, MAX_BODY, RulesetRequest::readApproval, body -> {
            RulesetVersion version = requests.version(id);
            Ruleset ruleset = rulesets.version(version.id()).ruleset();
            List<Mistake> obstacles =
                    Approvals.obstacles(requests.check(ruleset.files()).mistakes());
            if (!obstacles.isEmpty()) {
                throw new RefusedRulesException(ProblemType.NOT_APPROVABLE, obstacles);
            }
            return DeskRequests.answer(requests.json(
                    versions.approve(version.no(), body.id(), Caller.current().actor(), body.reason())));
        });
    }

    /** Puts an approved version into force, from today on unless another day is given. */
    @POST
    @Path("{id}/activation")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> activate(@PathParam("id") String id, @Context HttpServerRequest http) {
        return requests.post(http, MAX_BODY, RulesetRequest::readActivation, body -> {
            int from = body.effectiveFrom() == Days.NONE ? requests.today() : body.effectiveFrom();
            int number = requests.version(id).no();
            return activated(
                    versions.activate(number, from, Caller.current().actor(), body.reason(), requests.today()));
        });
    }

    /** Undoes the activation of a version: on its days the one is in force that it took the place of. */
    @POST
    @Path("{id}/rollback")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> rollBack(@PathParam("id") String id, @Context HttpServerRequest http) {
        return requests.post(http, MAX_BODY, RulesetRequest::readRollback, body -> {
            int number = requests.version(id).no();
            return activated(versions.rollBack(number, Caller.current().actor(), body.reason(), requests.today()));
        });
    }

    /** Here it takes effect before the answer, on other nodes within seconds. */
    private Response activated(Activation activation) throws SQLException {
        activePolicy.inForce(requests.today());
        return DeskRequests.answer(RulesetJson.ActivationJson.of(activation));
    }

    /** Every activation, the newest first: what was in force when, who decided that, and why. */
    @GET
    @Path("activations")
    @Blocking
    public Response activations(@Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        List<Activation> all = new ArrayList<>(versions.timetable().activations());
        Collections.reverse(all);
        return DeskRequests.answer(
                new Activations(all.stream().map(RulesetJson.ActivationJson::of).toList()));
    }
}
