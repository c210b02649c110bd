package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.json.Reading;
import org.anxin.ledger.CallLog;
import org.anxin.load.Allowance;
import org.anxin.load.Limits;
import org.anxin.policy.Policy;
import org.anxin.time.Days;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/evaluate}: facts in, decisions out (SPEC section 6). */
@Path("/api/v1/evaluate")
public class EvaluateResource {
    private static final Logger LOG = Logger.getLogger(EvaluateResource.class);
    private static final String NDJSON = "application/x-ndjson";
    private static final String RULESET = "Anxin-Ruleset";
    private static final String AS_OF = "Anxin-As-Of";

    /** Bytes of a request that take less than a millisecond, so that no other connection waits noticeably. */
    private static final int SMALL = 32 * 1024;

    private static final int CLOSING_SECONDS = 5;

    private final NamedRulesets rulesets;
    private final Onlookers onlookers;
    private final LoggedCalls calls;
    private final Clock clock;
    private final ZoneId zone;
    private final int maxBody;
    private final Reading<EvaluateRequest> reading;
    private final Semaphore streams;
    private final Limits limits;

    EvaluateResource(
            NamedRulesets rulesets,
            Onlookers onlookers,
            LoggedCalls calls,
            Limits limits,
            Clock clock,
            AnxinConfig config) {
        this.limits = limits;
        this.rulesets = rulesets;
        this.onlookers = onlookers;
        this.calls = calls;
        this.clock = clock;
        this.zone = config.zone();
        this.maxBody = Math.toIntExact(config.evaluate().maxBody().asLongValue());
        this.reading = EvaluateRequest.atMost(config.evaluate().maxPeople());
        this.streams = new Semaphore(config.evaluate().maxStreams());
    }

    /** Answers one document: small ones, read and decided in microseconds, on the event loop, larger ones on a worker. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<byte[]> evaluate(@Context HttpServerRequest http) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Query query = Query.withoutDay(http);
        String named = query.ruleset();
        boolean logged = calls.wants(query.log());
        Policy active = rulesets.active(named);
        Allowance.Share memory = limits.memory().share();
        return Body.of(http, maxBody, memory)
                .thenCompose(bytes -> active == null || bytes.length > SMALL
                        ? inTurn(() -> answer(policy(named, active, bytes), active, bytes, http, logged))
                        : answer(active, active, bytes, http, logged))
                .whenComplete((answer, failure) -> memory.close());
    }

    /** Whether a document is, or may be, one of those that are decided in turn on a worker. */
    static boolean isLarge(HttpServerRequest http) {
        String length = http.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || Body.length(http) > SMALL;
    }

    private CompletionStage<byte[]> inTurn(Supplier<CompletionStage<byte[]>> deciding) {
        CompletableFuture<CompletionStage<byte[]>> decided =
                limits.documents().take(Infrastructure.getDefaultWorkerPool(), deciding);
        if (decided == null) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        return decided.thenCompose(answer -> answer);
    }

    /** Looks a ruleset up that may not be the active one, which may take a while. */
    private Policy policy(@Nullable String named, @Nullable Policy active, byte[] bytes) {
        try {
            return active == null ? rulesets.named(named, dayOrToday(EvaluateRequest.dayOf(bytes))) : active;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /**
     * @param active the policy again if it is the one that decides
     * @param logged whether the answer may be given only when it is in the decision log
     */
    private CompletionStage<byte[]> answer(
            Policy policy, @Nullable Policy active, byte[] bytes, HttpServerRequest http, boolean logged) {
        EvaluateRequest request = read(policy, bytes);
        int asOf = dayOrToday(request.asOf());
        onlookers.asked(request.personnel().size() + request.batches().size());
        List<CallLog.Answered> log = logged ? new ArrayList<>() : null;
        byte[] answer = EvaluateAnswer.of(request, policy, asOf, onlookers.meters(), log);
        if (active != null) {
            onlookers.answered(policy, request.personnel(), request.batches(), asOf);
        }
        http.response().putHeader(RULESET, policy.ruleset().id()).putHeader(AS_OF, Days.text(asOf));
        return log == null
                ? CompletableFuture.completedFuture(answer)
                : calls.log(policy, asOf, log).thenApply(stored -> answer);
    }

    private EvaluateRequest read(Policy policy, byte[] bytes) {
        try {
            return FactInput.read(
                    Json.parser(bytes, 0, bytes.length), policy.ruleset().words(), zone, reading);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** Answers line by line while they arrive. */
    @POST
    @Blocking
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public Response evaluateLines(InputStream body, @Context RoutingContext routing) throws SQLException {
        HttpServerRequest http = routing.request();
        Body.check(http);
        Acceptance.check(http, NDJSON);
        Query query = Query.withDay(http);
        Policy active = rulesets.active(query.ruleset());
        int asOf = dayOrToday(query.asOf());
        Policy policy = active == null ? rulesets.named(query.ruleset(), asOf) : active;
        if (!streams.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        // Also called when the client goes away before the first line is answered.
        routing.addEndHandler(end -> streams.release());
        LineLog log = calls.wants(query.log()) ? new LineLog(calls, policy, asOf) : null;
        StreamingOutput answers =
                out -> stream(new LineAnswers(policy, active != null, zone, asOf, onlookers, log), body, out, http);
        return ok(policy, asOf, answers);
    }

    private void stream(LineAnswers answers, InputStream body, OutputStream out, HttpServerRequest http) {
        try {
            answers.answer(body, out);
        } catch (IOException e) {
            // Whoever sent the stream went away or fell silent: nobody is left to tell, and nothing is wrong here.
            LOG.debugf("A stream ended early: %s", e.getMessage());
            awaitClosed(http);
        }
    }

    /** Returning sooner would let the framework end the answer properly, as if every line had been answered. */
    private static void awaitClosed(HttpServerRequest http) {
        try {
            http.connection().close().toCompletionStage().toCompletableFuture().get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("A connection could not be closed: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int dayOrToday(int day) {
        return day == Days.NONE ? (int) LocalDate.now(clock).toEpochDay() : day;
    }

    private static Response ok(Policy policy, int asOf, Object entity) {
        return Response.ok(entity)
                .header(RULESET, policy.ruleset().id())
                .header(AS_OF, Days.text(asOf))
                .build();
    }
}
