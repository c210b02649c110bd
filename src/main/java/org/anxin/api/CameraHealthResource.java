package org.anxin.api;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.InputError;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.json.LineInput;
import org.anxin.json.Reading;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.imports.Rejected;
import org.anxin.registry.imports.Report;
import org.anxin.visits.CameraHealth;
import org.anxin.visits.HealthReport;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/cameras/health}: what the video platform says of cameras, as one document or as lines. */
@Path("/api/v1/cameras/health")
public class CameraHealthResource {
    private static final int MAX_BODY = 4 * 1024 * 1024;
    private static final int MOST_REJECTED = 100;

    private final CameraHealth health;
    private final ActivePolicy activePolicy;
    private final Clock clock;

    CameraHealthResource(CameraHealth health, ActivePolicy activePolicy, Clock clock) {
        this.health = health;
        this.activePolicy = activePolicy;
        this.clock = clock;
    }

    /** A report, and where it stood: the line, or the place in the list, from 1. */
    private record Placed(long line, HealthReport report) {}

    private interface Taking {
        Report take(byte[] body) throws IOException, SQLException;
    }

    /** Takes the reports of one document; nothing of it if it cannot be read. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> document(@Context HttpServerRequest http) {
        return take(http, this::document);
    }

    /** Takes the good ones of many lines. */
    @POST
    @NonBlocking
    @Consumes("application/x-ndjson")
    public CompletionStage<Response> lines(@Context HttpServerRequest http) {
        return take(http, this::lines);
    }

    private static CompletionStage<Response> take(HttpServerRequest http, Taking taking) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Body.of(http, MAX_BODY)
                .thenApplyAsync(body -> answer(taking, body), Infrastructure.getDefaultWorkerPool());
    }

    private static Response answer(Taking taking, byte[] body) {
        try {
            return Response.ok(ReportJson.of(taking.take(body)))
                    .type(MediaType.APPLICATION_JSON)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private Report document(byte[] body) throws IOException, SQLException {
        List<HealthReport> reports = read(body, body.length, HealthReport::document);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            placed.add(new Placed(i + 1, reports.get(i)));
        }
        return take(placed, new ArrayList<>());
    }

    private Report lines(byte[] body) throws IOException, SQLException {
        List<Placed> placed = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        LineInput lines = new LineInput(new ByteArrayInputStream(body), () -> {});
        while (lines.next()) {
            if (lines.isTooLong()) {
                rejected.add(rejected(lines.number(), null, ErrorCode.LINE_TOO_LONG));
            } else if (!lines.isBlank()) {
                read(lines, placed, rejected);
            }
        }
        return take(placed, rejected);
    }

    private void read(LineInput lines, List<Placed> placed, List<Rejected> rejected) throws IOException {
        try {
            placed.add(new Placed(lines.number(), read(lines.bytes(), lines.length(), HealthReport::read)));
        } catch (InvalidInputException e) {
            InputError error = e.errors().get(0);
            String member = error.pointer().isEmpty() ? null : error.pointer().substring(1);
            rejected.add(new Rejected(lines.number(), member, error.code(), error.message()));
        }
    }

    private <T> T read(byte[] bytes, int length, Reading<T> reading) throws IOException {
        return FactInput.read(
                Json.parser(bytes, 0, length), activePolicy.current().ruleset().words(), clock.getZone(), reading);
    }

    private Report take(List<Placed> placed, List<Rejected> rejected) throws SQLException {
        List<CameraHealth.Outcome> outcomes =
                health.take(placed.stream().map(Placed::report).toList());
        int accepted = 0;
        int unchanged = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case ACCEPTED -> accepted++;
                case UNCHANGED -> unchanged++;
                default -> rejected.add(rejected(placed.get(i).line(), "camera", ErrorCode.UNKNOWN_REFERENCE));
            }
        }
        rejected.sort(Comparator.comparingLong(Rejected::line));
        int shown = Math.min(MOST_REJECTED, rejected.size());
        return new Report(accepted, unchanged, List.copyOf(rejected.subList(0, shown)), rejected.size() - shown);
    }

    private static Rejected rejected(long line, @Nullable String member, ErrorCode code) {
        return new Rejected(line, member, code, code.message());
    }
}
