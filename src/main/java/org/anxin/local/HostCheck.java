package org.anxin.local;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers only those who asked for this machine by name. Without it, a web page elsewhere could point its own name at
 * 127.0.0.1 and read answers in the visitor's browser (DNS rebinding).
 */
class HostCheck {
    private static final int MISDIRECTED_REQUEST = 421;
    private static final int FIRST = 10_000;
    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}");
    private static final String PROBLEM = """
            {"type":"/problems/misdirected-request",\
            "title":"主机名不属于本服务 / Misdirected request",\
            "status":421,\
            "detail":"本地模式只接受 localhost、127.0.0.0/8 或 [::1] 作为 Host。 / \
            Local mode accepts localhost, 127.0.0.0/8 or [::1] as Host."}""";

    private final boolean identified;

    HostCheck(@ConfigProperty(name = "anxin.identity.issuer") Optional<String> issuer) {
        this.identified = issuer.isPresent();
    }

    /** Where everybody has to say who they are, the service goes by whatever name it was given, and no page elsewhere is anybody. */
    void register(@Observes Filters filters) {
        if (!identified) {
            filters.register(HostCheck::check, FIRST);
        }
    }

    private static void check(RoutingContext request) {
        if (isThisMachine(request.request().authority())) {
            request.next();
        } else {
            request.response()
                    .setStatusCode(MISDIRECTED_REQUEST)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(PROBLEM);
        }
    }

    /** Whether the request names the machine itself, at any port. A request without a host names nobody. */
    static boolean isThisMachine(@Nullable HostAndPort authority) {
        if (authority == null) {
            return false;
        }
        String host = authority.host();
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || LOOPBACK.matcher(host).matches();
    }
}
