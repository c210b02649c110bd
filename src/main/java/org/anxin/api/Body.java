package org.anxin.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request body: uncompressed UTF-8, and not larger than allowed. */
final class Body {
    private static final String CHARSET = "charset=";

    private Body() {}

    /** Refuses compressed bodies, other character sets and bodies of no declared type. */
    static void check(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        if (type == null || !plain || !isUtf8(type)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** The whole body. @param most bytes at most; a larger body is a problem */
    static byte[] read(HttpServerRequest request, InputStream body, int most) throws IOException {
        if (length(request.getHeader(HttpHeaders.CONTENT_LENGTH)) > most) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        // Small bodies are in memory already; readNBytes would go through a buffer of its own.
        byte[] bytes = body instanceof ByteArrayInputStream ? body.readAllBytes() : body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        return bytes;
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
