package org.anxin.api;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.anxin.desk.AdmissionDesk;
import org.anxin.desk.StoredBatch;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.json.Reading;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.registry.Markets;
import org.anxin.registry.Operators;
import org.anxin.registry.Stored;
import org.anxin.security.Caller;

/** What all requests to the admission desk have in common. */
@Singleton
class AdmissionRequests {
    /** Batches say who buys what from whom: only whoever asked may keep them. */
    static final String CACHING = "private, no-cache";

    /** Bytes of a declaration; a few documents have some thousands. */
    private static final int MAX_BODY = 256 * 1024;

    private final ActivePolicy activePolicy;
    private final ZoneId zone;
    private final Clock clock;
    private final DeclarationRequest declarations;

    AdmissionRequests(
            ActivePolicy activePolicy, AnxinConfig config, Clock clock, Operators operators, Markets markets) {
        this.activePolicy = activePolicy;
        this.zone = config.zone();
        this.clock = clock;
        this.declarations = new DeclarationRequest(operators::has, markets::has);
    }

    /** Reads declarations. */
    DeclarationRequest declarations() {
        return declarations;
    }

    /** Where times become civil days. */
    ZoneId zone() {
        return zone;
    }

    /** The rules that decide now. */
    Policy policy() {
        return activePolicy.current();
    }

    /** The day asked about; today if none is given. */
    int asOf(Parameters query) {
        return query.dayOrToday("asOf", clock);
    }

    /** By the rules that decide now. */
    AdmissionDesk.Deciding deciding(Parameters query) {
        return new AdmissionDesk.Deciding(
                asOf(query), policy(), Caller.current().actor());
    }

    /** What a request with a body asks for. */
    interface Work {
        Response of(byte[] body) throws SQLException;
    }

    /** Receives a JSON body without blocking, and does the work on a worker. */
    CompletionStage<Response> receive(HttpServerRequest http, Work work) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        return Body.of(http, MAX_BODY)
                .thenApplyAsync(
                        body -> {
                            try {
                                return work.of(body);
                            } catch (SQLException e) {
                                throw new CompletionException(e);
                            }
                        },
                        Infrastructure.getDefaultWorkerPool());
    }

    /** Reads a body by the words of the rules that are to decide. */
    <T> T read(byte[] body, Policy policy, Reading<T> reading) {
        try {
            return FactInput.read(
                    Json.parser(body, 0, body.length), policy.ruleset().words(), zone, reading);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** Lets only those write who mean the state that is there. */
    static Consumer<StoredBatch> guard(HttpServerRequest http) {
        return batch -> Preconditions.check(http, representation(batch).tag());
    }

    private static Representation representation(StoredBatch batch) {
        return Representation.of(new Stored<>(batch, batch.received()), BatchAnswer::write);
    }

    /** Answers with a batch that was written. */
    static Response written(StoredBatch batch, boolean created) {
        Response.ResponseBuilder answer = created
                ? Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/batches/" + batch.id())
                : Response.ok();
        return tagged(answer, representation(batch));
    }

    /** Answers with a batch that was asked for. */
    static Response found(HttpServerRequest http, StoredBatch batch) {
        Representation representation = representation(batch);
        return Preconditions.has(http, representation.tag())
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, representation.tag())
                        .build()
                : tagged(Response.ok(), representation);
    }

    private static Response tagged(Response.ResponseBuilder answer, Representation representation) {
        return answer.entity(representation.body())
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, representation.tag())
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }

    /** Answers with a document. */
    static Response json(int status, byte[] body) {
        return Response.status(status)
                .entity(body)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }
}
