package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.concurrent.CompletionStage;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.json.Reading;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Guard;
import org.anxin.registry.Page;
import org.anxin.registry.Records;
import org.anxin.registry.Stored;
import org.anxin.registry.Written;
import org.jspecify.annotations.Nullable;

/** Answers requests for single records, with entity tags and preconditions, and for pages of them. */
@Singleton
class RecordRequests {
    /** Bytes of a body; a record has a few hundred. */
    private static final int MAX_BODY = 64 * 1024;

    private static final int PAGE_SIZE = 16 * 1024;

    /** Records have names in them: only whoever asked may keep them, and has to ask whether they changed. */
    private static final String CACHING = "private, no-cache";

    private final ActivePolicy activePolicy;
    private final ZoneId zone;

    RecordRequests(ActivePolicy activePolicy, AnxinConfig config) {
        this.activePolicy = activePolicy;
        this.zone = config.zone();
    }

    /** Answers with the record. */
    <K, T> Response get(HttpServerRequest http, Records<K, T, ?> records, K key, Representation.Writing<T> writing) {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        Stored<T> found = records.find(key);
        if (found == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        Representation representation = Representation.of(found, writing);
        Response.ResponseBuilder answer = Preconditions.has(http, representation.tag())
                ? Response.notModified()
                : Response.ok(representation.body()).type(MediaType.APPLICATION_JSON);
        return tagged(answer, representation);
    }

    /** Writes the record and answers with what it says then. */
    <K, T> CompletionStage<Response> put(
            HttpServerRequest http,
            Records<K, T, ?> records,
            K key,
            Reading<T> reading,
            Representation.Writing<T> writing) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Body.of(http, MAX_BODY)
                .thenApplyAsync(
                        body -> {
                            Written<T> written = records.put(key, () -> read(body, reading), guard(http, writing));
                            return answer(http, written, writing);
                        },
                        Infrastructure.getDefaultWorkerPool());
    }

    /** Deletes the record. */
    <K, T> Response delete(HttpServerRequest http, Records<K, T, ?> records, K key, Representation.Writing<T> writing) {
        Parameters.of(http);
        records.delete(key, guard(http, writing));
        return Response.noContent().build();
    }

    /** Answers with a page. */
    <T> Response page(Page<T> page, Representation.Writing<T> writing) {
        byte[] body = JsonBytes.of(PAGE_SIZE, out -> write(out, page, writing));
        return Response.ok(body)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }

    private <T> T read(byte[] body, Reading<T> reading) {
        try {
            return FactInput.read(
                    Json.parser(body, 0, body.length),
                    activePolicy.current().ruleset().words(),
                    zone,
                    reading);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static <T> Guard<T> guard(HttpServerRequest http, Representation.Writing<T> writing) {
        return now -> Preconditions.check(http, tag(now, writing));
    }

    private static <T> @Nullable String tag(@Nullable Stored<T> now, Representation.Writing<T> writing) {
        return now == null ? null : Representation.of(now, writing).tag();
    }

    private static <T> Response answer(HttpServerRequest http, Written<T> written, Representation.Writing<T> writing) {
        Representation representation = Representation.of(written.now(), writing);
        Response.ResponseBuilder answer = written.created()
                ? Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, http.path())
                : Response.ok();
        return tagged(answer.entity(representation.body()).type(MediaType.APPLICATION_JSON), representation);
    }

    private static Response tagged(Response.ResponseBuilder answer, Representation representation) {
        return answer.header(HttpHeaders.ETAG, representation.tag())
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }

    private static <T> void write(JsonGenerator out, Page<T> page, Representation.Writing<T> writing)
            throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        for (T item : page.items()) {
            writing.write(out, item);
        }
        out.writeEndArray();
        out.writeStringField("next", page.next());
        out.writeEndObject();
    }
}
