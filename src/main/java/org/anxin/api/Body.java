package org.anxin.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.anxin.load.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * Collects a request body without blocking, and no more of it than allowed. The framework would either block a thread for
 * it or collect without a limit of its own, and the limit of the HTTP server would cut streams as well.
 */
final class Body {
    private static final String CHARSET = "charset=";
    private static final String CONTINUE = "100-continue";
    private static final int USUAL = 4096;

    private final int most;
    private final Allowance.@Nullable Share memory;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Buffer collected = Buffer.buffer(0);

    private Body(int most, Allowance.@Nullable Share memory) {
        this.most = most;
        this.memory = memory;
    }

    /** Refuses compressed bodies, other character sets and bodies of no declared type. */
    static void check(HttpServerRequest request) {
        String type = typeOfPlain(request);
        if (!isUtf8(type)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** The declared type; refuses compressed bodies and bodies of none. */
    static String typeOfPlain(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        return type;
    }

    /** The whole body, which is not so large that anybody need count the memory. */
    static CompletableFuture<byte[]> of(HttpServerRequest request, int most) {
        return of(request, most, null);
    }

    /**
     * The whole body, on the request's event loop. A future and no {@code Uni}, whose operators would each carry the
     * contexts of the request along; that costs more than reading a person.
     *
     * @param most bytes at most; a larger body is a problem
     * @param memory that it takes up; where there is not so much it is a problem; null if nobody counts it
     */
    static CompletableFuture<byte[]> of(HttpServerRequest request, int most, Allowance.@Nullable Share memory) {
        long length = length(request);
        if (length > most) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        if (memory != null && !memory.growTo(length)) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        if (request.isEnded()) {
            return CompletableFuture.completedFuture(new byte[0]);
        }
        Body body = new Body(most, memory);
        body.collected = Buffer.buffer(length > 0 ? (int) length : USUAL);
        request.handler(body::add);
        request.endHandler(end -> body.whole.complete(body.collected.getBytes()));
        request.exceptionHandler(gone -> body.whole.completeExceptionally(Uploads.gone(gone)));
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
        return body.whole;
    }

    private void add(Buffer chunk) {
        if (whole.isDone()) {
            return;
        }
        int length = collected.length() + chunk.length();
        if (length > most) {
            drop(ProblemType.TOO_LARGE);
        } else if (memory != null && !memory.growTo(length)) {
            drop(ProblemType.OVERLOADED);
        } else {
            collected.appendBuffer(chunk);
        }
    }

    /** The rest is still read and dropped, so that the sender gets to see the answer. */
    private void drop(ProblemType why) {
        collected = Buffer.buffer(0);
        whole.completeExceptionally(new ProblemException(why));
    }

    /** As declared; 0 if it is not. */
    static long length(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return header == null ? 0 : Long.parseLong(header.trim());
    }

    private static boolean isUtf8(String contentType) {
        int at = contentType.indexOf(';') < 0
                ? -1
                : contentType.toLowerCase(Locale.ROOT).indexOf(CHARSET);
        if (at < 0) {
            return true;
        }
        String name = contentType
                .substring(at + CHARSET.length())
                .split(";", 2)[0]
                .replace("\"", "")
                .trim();
        try {
            return StandardCharsets.UTF_8.equals(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
