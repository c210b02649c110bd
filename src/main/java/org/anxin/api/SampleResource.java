package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.anxin.json.ErrorCode;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.imports.LabReports;
import org.anxin.registry.imports.Once;
import org.anxin.registry.imports.Upload;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/samples}: what laboratories report, as one document or as lines. */
@Path("/api/v1/samples")
public class SampleResource {
    private static final String KEY = "Idempotency-Key";
    private static final String NDJSON = "application/x-ndjson";

    private final LabReports reports;
    private final ActivePolicy activePolicy;
    private final Uploads uploads;
    private final int maxBody;
    private final Semaphore requests;

    SampleResource(LabReports reports, ActivePolicy activePolicy, Uploads uploads, AnxinConfig config) {
        this.reports = reports;
        this.activePolicy = activePolicy;
        this.uploads = uploads;
        this.maxBody = Math.toIntExact(config.imports().maxBody().asLongValue());
        this.requests = new Semaphore(config.imports().maxReports());
    }

    private interface Storing {
        byte[] answer(MessageDigest fingerprint, @Nullable String key) throws IOException, SQLException;
    }

    /** Stores the samples of one document, or none of them. */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] store(InputStream body, @Context HttpServerRequest http) throws IOException, SQLException {
        return store(http, MediaType.APPLICATION_JSON, (fingerprint, key) -> {
            byte[] document = document(body);
            fingerprint.update(document);
            return reports.storeDocument(document, words(), once(key, fingerprint), ReportJson::of);
        });
    }

    /** Stores the good ones of many lines. */
    @POST
    @Blocking
    @Consumes(NDJSON)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] storeLines(InputStream body, @Context HttpServerRequest http) throws IOException, SQLException {
        return store(http, NDJSON, (fingerprint, key) -> {
            try (Upload lines = uploads.receive(new DigestInputStream(body, fingerprint))) {
                return reports.storeLines(lines, words(), once(key, fingerprint), ReportJson::of);
            }
        });
    }

    private byte[] store(HttpServerRequest http, String type, Storing storing) throws IOException, SQLException {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        String key = key(http.getHeader(KEY));
        if (!requests.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        try {
            MessageDigest fingerprint = MessageDigest.getInstance("SHA-256");
            fingerprint.update(type.getBytes(StandardCharsets.US_ASCII));
            return storing.answer(fingerprint, key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        } finally {
            requests.release();
        }
    }

    private byte[] document(InputStream body) {
        byte[] document;
        try {
            document = body.readNBytes(maxBody + 1);
        } catch (IOException e) {
            throw Uploads.gone(e);
        }
        if (document.length > maxBody) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        return document;
    }

    private Words words() {
        return activePolicy.current().ruleset().words();
    }

    private static @Nullable Once once(@Nullable String key, MessageDigest fingerprint) {
        return key == null ? null : new Once(key, fingerprint.digest());
    }

    /** The header's value, null if there is none. */
    private static @Nullable String key(@Nullable String header) {
        if (header == null || header.matches("[!-~]{1,255}")) {
            return header;
        }
        throw ProblemException.parameter(KEY, ErrorCode.BAD_IDEMPOTENCY_KEY);
    }
}
