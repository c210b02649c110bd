package org.anxin.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request demands of the state it finds (RFC 9110, section 13). */
final class Preconditions {
    private static final String ANY = "*";
    private static final String TAG = "(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")";
    private static final Pattern ONE = Pattern.compile(TAG);
    private static final Pattern ALL = Pattern.compile("[ \\t]*" + TAG + "([ \\t]*,[ \\t]*" + TAG + ")*[ \\t]*");

    private Preconditions() {}

    /**
     * Refuses to write over a state that the sender does not mean.
     *
     * @param tag the entity tag of what is there; null if nothing is
     */
    static void check(HttpServerRequest request, @Nullable String tag) {
        String match = header(request, HttpHeaders.IF_MATCH);
        String noneMatch = header(request, HttpHeaders.IF_NONE_MATCH);
        boolean stale = match != null && !names(match, tag, false);
        if (stale || noneMatch != null && names(noneMatch, tag, true)) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED);
        }
    }

    /** Whether the sender already has the state that {@code tag} stands for. */
    static boolean has(HttpServerRequest request, String tag) {
        String noneMatch = header(request, HttpHeaders.IF_NONE_MATCH);
        return noneMatch != null && names(noneMatch, tag, true);
    }

    private static @Nullable String header(HttpServerRequest request, CharSequence name) {
        List<String> lines = request.headers().getAll(name);
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    /** @param weakly whether a tag marked as weak names the state too */
    private static boolean names(String header, @Nullable String tag, boolean weakly) {
        if (header.trim().equals(ANY)) {
            return tag != null;
        }
        if (!ALL.matcher(header).matches()) {
            throw new ProblemException(ProblemType.BAD_REQUEST);
        }
        Matcher each = ONE.matcher(header);
        while (each.find()) {
            if (each.group(2).equals(tag) && (weakly || each.group(1) == null)) {
                return true;
            }
        }
        return false;
    }
}
