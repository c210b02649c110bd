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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.anxin.policy.Approvals;
import org.anxin.policy.MistakeJson;
import org.anxin.policy.Policy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Timetable;
import org.anxin.policy.Versions;
import org.anxin.rulebook.RuleFiles;
import org.anxin.security.Caller;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/rulesets}: versions of the rules are listed, read, checked and drafted (SPEC section 8). */
@Path("/api/v1/rulesets")
public class RulesetResource {
    /** All files, written with escapes. */
    private static final int MAX_BODY = 2 * RuleFiles.MAX_BYTES;

    private final DeskRequests requests;
    private final NamedRulesets rulesets;
    private final Versions versions;

    RulesetResource(DeskRequests requests, NamedRulesets rulesets, Versions versions) {
        this.requests = requests;
        this.rulesets = rulesets;
        this.versions = versions;
    }

    /**
     * A page of versions.
     *
     * @param items the newest first
     * @param next the {@code after} of the next page; null if there is none
     */
    public record Page(List<RulesetJson> items, @Nullable String next) {}

    /**
     * What a check finds.
     *
     * @param id of the files, whether good or bad
     * @param good whether they could decide
     * @param approvable whether nothing forbids an approval
     * @param mistakes every mistake and warning, by file, line and column
     */
    public record Check(String id, boolean good, boolean approvable, List<MistakeJson> mistakes) {
        static Check of(RuleFiles files, PolicyCheck.Result result) {
            return new Check(
                    files.id(),
                    result.policy() != null,
                    Approvals.obstacles(result.mistakes()).isEmpty(),
                    result.mistakes().stream().map(MistakeJson::of).toList());
        }
    }

    /**
     * A draft as it was stored.
     *
     * @param ruleset the version
     * @param check what the check found
     */
    public record Drafted(RulesetJson ruleset, Check check) {}

    /** The files of a version by path. */
    public record Files(String id, Map<String, String> files) {}

    /** Versions, the newest first. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http);
        if (!query.after().isEmpty() && !NamedRulesets.isNumber(query.after())) {
            throw PageQuery.badCursor();
        }
        int before = query.after().isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(query.after());
        List<RulesetVersion> page = versions.latest(before, query.limit() + 1);
        boolean more = page.size() > query.limit();
        List<RulesetVersion> shown = more ? page.subList(0, query.limit()) : page;
        Timetable timetable = versions.timetable();
        int today = requests.today();
        return DeskRequests.answer(new Page(
                shown.stream()
                        .map(version -> RulesetJson.of(version, timetable, today))
                        .toList(),
                more ? Integer.toString(shown.get(shown.size() - 1).no()) : null));
    }

    /** Stores files as a draft; the version that has these files already, if there is one. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> draft(@Context HttpServerRequest http) {
        return requests.post(http, MAX_BODY, RulesetRequest::readDraft, this::draft);
    }

    private Response draft(RulesetRequest.Draft draft) throws SQLException {
        RuleFiles files = files(draft);
        PolicyCheck.Result result = requests.check(files);
        Policy policy = result.policy();
        if (policy == null) {
            throw new RefusedRulesException(ProblemType.RULES_REFUSED, result.mistakes());
        }
        Versions.Stored stored = versions.draft(policy, Caller.current().actor(), draft.reason());
        Drafted drafted = new Drafted(requests.json(stored.version()), Check.of(files, result));
        return stored.fresh()
                ? DeskRequests.created(
                        drafted, "/api/v1/rulesets/" + stored.version().no())
                : DeskRequests.answer(drafted);
    }

    /** Checks files that are not stored. */
    @POST
    @Path("check")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> check(@Context HttpServerRequest http) {
        return requests.post(http, MAX_BODY, RulesetRequest::readCheck, body -> {
            RuleFiles files = files(body);
            return DeskRequests.answer(Check.of(files, requests.check(files)));
        });
    }

    private RuleFiles files(RulesetRequest.Draft draft) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        if (draft.base() != null) {
            texts.putAll(rulesets.version(draft.base()).ruleset().files().texts());
        }
        draft.files().forEach((path, text) -> {
            if (text == null) {
                texts.remove(path);
            } else {
                texts.put(path, text);
            }
        });
        return RuleFiles.of(texts);
    }

    /** One version. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return DeskRequests.answer(requests.json(requests.version(id)));
    }

    /** What the check finds in it. */
    @GET
    @Path("{id}/check")
    @Blocking
    public Response check(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        RuleFiles files = rulesets.version(id).ruleset().files();
        return DeskRequests.answer(Check.of(files, requests.check(files)));
    }

    /** All its files. */
    @GET
    @Path("{id}/files")
    @Blocking
    public Response files(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        RuleFiles files = rulesets.version(id).ruleset().files();
        return DeskRequests.answer(new Files(files.id(), files.texts()));
    }

    /** One file as it was written. */
    @GET
    @Path("{id}/files/{path:.+}")
    @Blocking
    public Response file(@PathParam("id") String id, @PathParam("path") String path, @Context HttpServerRequest http)
            throws SQLException {
        Acceptance.check(http, MediaType.TEXT_PLAIN);
        Parameters.of(http);
        String text = rulesets.version(id).ruleset().files().texts().get(path);
        if (text == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Response.ok(text)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
