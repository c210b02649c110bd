package org.anxin.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whether a page of this service sent a request. */
public final class SameOrigin {
    private SameOrigin() {}

    /** Browsers say with every form which site it comes from; whoever does not say so is no page of ours. */
    public static boolean sent(HttpServerRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            return origin != null
                    && request.authority() != null
                    && request.authority().toString().equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
