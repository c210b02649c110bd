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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.json.Reading;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.RuleChecks;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Versions;
import org.anxin.rulebook.RuleFiles;

/** What requests about versions of the rules have in common: bodies are read, versions looked up, answers written. */
@Singleton
class DeskRequests {
    private final ActivePolicy activePolicy;
    private final Versions versions;
    private final RuleChecks checks;
    private final ZoneId zone;
    private final Clock clock;

    DeskRequests(ActivePolicy activePolicy, Versions versions, RuleChecks checks, AnxinConfig config, Clock clock) {
        this.activePolicy = activePolicy;
        this.versions = versions;
        this.checks = checks;
        this.zone = config.zone();
        this.clock = clock;
    }

    /** What is done with a body. */
    interface Work<T> {
        Response with(T body) throws SQLException;
    }

    /**
     * Reads a body and answers on a worker thread.
     *
     * @param most bytes of the body
     */
    <T> CompletionStage<Response> post(HttpServerRequest http, int most, Reading<T> reading, Work<T> work) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Body.of(http, most)
                .thenApplyAsync(bytes -> answer(bytes, reading, work), Infrastructure.getDefaultWorkerPool());
    }

    private <T> Response answer(byte[] bytes, Reading<T> reading, Work<T> work) {
        try {
            return work.with(FactInput.read(
                    Json.parser(bytes, 0, bytes.length),
                    activePolicy.current().ruleset().words(),
                    zone,
                    reading));
        } catch (SQLException e) {
            throw new CompletionException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** What the check says of these files; a problem, 503, where too many are being checked. */
    PolicyCheck.Result check(RuleFiles files) {
        PolicyCheck.Result result = checks.of(files);
        if (result == null) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        return result;
    }

    /** The version of a number or an id; one that is not there is a problem. */
    RulesetVersion version(String name) throws SQLException {
        RulesetVersion version =
                NamedRulesets.isNumber(name) ? versions.find(Integer.parseInt(name)) : versions.find(name);
        if (version == null) {
            throw new ProblemException(ProblemType.UNKNOWN_RULESET);
        }
        return version;
    }

    /** How a version stands today. */
    RulesetJson json(RulesetVersion version) throws SQLException {
        return RulesetJson.of(version, versions.timetable(), today());
    }

    int today() {
        return (int) LocalDate.now(clock).toEpochDay();
    }

    static Response answer(Object entity) {
        return Response.ok(entity)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Response created(Object entity, String path) {
        return Response.status(Response.Status.CREATED)
                .entity(entity)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
