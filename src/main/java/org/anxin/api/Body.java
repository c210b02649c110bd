package org.anxin.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
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
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Buffer collected = Buffer.buffer(0);

    private Body(int most) {
        this.most = most;
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

    /**
     * The whole body, on the request's event loop. A future and no {@code Uni}, whose operators would each carry the
     * contexts of the request along; that costs more than reading a person.
     *
     * @param most bytes at most; a larger body is a problem
     */
    static CompletableFuture<byte[]> of(HttpServerRequest request, int most) {
        long length = length(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length > most) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        if (request.isEnded()) {
            return CompletableFuture.completedFuture(new byte[0]);
        }
        Body body = new Body(most);
        body.collected = Buffer.buffer(length > 0 ? (int) length : USUAL);
        request.handler(body::add);
        request.endHandler(end -> body.whole.complete(body.collected.getBytes()));
        request.exceptionHandler(body.whole::completeExceptionally);
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
        return body.whole;
    }

    private void add(Buffer chunk) {
        if (collected.length() + chunk.length() <= most) {
            collected.appendBuffer(chunk);
        } else if (!whole.isDone()) {
            // The rest is still read and dropped, so that the sender gets to see the answer.
            collected = Buffer.buffer(0);
            whole.completeExceptionally(new ProblemException(ProblemType.TOO_LARGE));
        }
    }

    private static long length(@Nullable String header) {
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
