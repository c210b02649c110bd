package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.anxin.registry.Markets;
import org.anxin.security.ApiKey;
import org.anxin.security.ApiKeys;
import org.anxin.security.Caller;
import org.anxin.security.Identification;
import org.anxin.security.IdentityConfig;
import org.anxin.security.Role;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/keys}: keys by which machines call the service. A key makes and revokes no keys. */
@Path("/api/v1/keys")
public class ApiKeyResource {
    private static final String ID = "id";
    private static final String PATH = "/api/v1/keys/";

    private final ApiKeys keys;
    private final Identification identification;
    private final AdmissionRequests requests;
    private final Markets markets;
    private final Clock clock;
    private final int longestDays;

    ApiKeyResource(
            ApiKeys keys,
            Identification identification,
            AdmissionRequests requests,
            Markets markets,
            Clock clock,
            IdentityConfig config) {
        this.keys = keys;
        this.identification = identification;
        this.requests = requests;
        this.markets = markets;
        this.clock = clock;
        this.longestDays = config.keys().longestDays();
    }

    /** Makes a key, which only this answer tells. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> make(@Context HttpServerRequest http) {
        Parameters.of(http);
        requirePerson();
        int today = (int) LocalDate.now(clock).toEpochDay();
        ApiKeyRequest reading = new ApiKeyRequest(markets::has, today, today + longestDays);
        return requests.receive(http, body -> {
            ApiKeys.Wanted wanted = requests.read(body, requests.policy(), reading::read);
            ApiKeys.Made made = keys.make(wanted, Caller.current().actor());
            identification.keysChanged();
            return Answers.json(
                    Response.status(Response.Status.CREATED)
                            .header(HttpHeaders.LOCATION, PATH + made.key().id()),
                    out -> write(out, made.key(), made.secret()));
        });
    }

    /** All keys, the oldest first, without what opens anything. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        List<ApiKey> all = keys.all();
        return Answers.json(Response.ok(), out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (ApiKey key : all) {
                write(out, key, null);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** One key. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam(ID) String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return answer(keys.find(Parameters.requireId(ID, id)));
    }

    /** Revokes a key. It stays on the list; revoked again, it stays as it is. */
    @DELETE
    @Path("{id}")
    @Blocking
    public Response revoke(@PathParam(ID) String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        requirePerson();
        Response answer = answer(
                keys.revoke(Parameters.requireId(ID, id), Caller.current().actor()));
        identification.keysChanged();
        return answer;
    }

    /** Otherwise a key that got into wrong hands would live on in those that it made. */
    private static void requirePerson() {
        if (Caller.current().kind() == Caller.Kind.KEY) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
    }

    private static Response answer(@Nullable ApiKey key) {
        if (key == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Answers.json(Response.ok(), out -> write(out, key, null));
    }

    private static void write(JsonGenerator out, ApiKey key, @Nullable String secret) throws IOException {
        Instant revoked = key.revoked();
        out.writeStartObject();
        out.writeStringField(ID, key.id());
        if (secret != null) {
            out.writeStringField("key", secret);
        }
        out.writeStringField("name", key.name());
        write(out, "roles", key.roles().stream().map(Role::code).toList());
        write(out, "markets", key.markets());
        out.writeStringField("expiresOn", Days.text(key.expiresOn()));
        out.writeStringField("lastUsedOn", key.lastUsedOn() == Days.NONE ? null : Days.text(key.lastUsedOn()));
        BatchAnswer.writeWho(out, "made", key.made().toString(), key.madeBy());
        out.writeStringField("revoked", revoked == null ? null : revoked.toString());
        out.writeStringField("revokedBy", key.revokedBy());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, Collection<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
