package org.anxin.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** Whether a client takes what it would get. The framework asks only where a method offers several types. */
final class Acceptance {
    private Acceptance() {}

    /**
     * Refuses the request if its {@code Accept} rules {@code produced} out.
     *
     * @param produced media type, lower case
     */
    static void check(HttpServerRequest request, String produced) {
        String accept = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT));
        if (accept.isBlank() || accept.equals("*/*") || accept.equals(produced)) {
            return;
        }
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (allows(range.split(";", -1), produced)) {
                return;
            }
        }
        throw new ProblemException(ProblemType.NOT_ACCEPTABLE);
    }

    private static boolean allows(String[] range, String produced) {
        for (int i = 1; i < range.length; i++) {
            if (range[i].replace(" ", "").matches("q=0(\\.0*)?")) {
                return false;
            }
        }
        String type = range[0].trim();
        return type.equals("*/*") || type.equals(produced) || type.equals(produced.replaceFirst("/.*", "/*"));
    }
}
