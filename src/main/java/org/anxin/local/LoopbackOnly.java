package org.anxin.local;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where others could reach a service that asks nobody who they are (SPEC section 9). */
@Singleton
class LoopbackOnly {
    private final String host;
    private final boolean identified;

    LoopbackOnly(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "anxin.identity.issuer") Optional<String> issuer) {
        this.host = host;
        this.identified = issuer.isPresent();
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        if (!identified && !isLoopback(host)) {
            // The one kind of exception that Quarkus prints by its message alone before it exits.
            throw new ConfigurationException(refusal());
        }
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String refusal() {
        return """
                未配置身份认证，服务只能绑定本机地址，已拒绝启动。请以 anxin.identity.issuer（ANXIN_IDENTITY_ISSUER）指明身份认证服务，\
                见 docs/security.md；仅供试用时，请删除 quarkus.http.host（QUARKUS_HTTP_HOST）设置，或将其设为 127.0.0.1。
                Without an identity provider the service binds to loopback only, so it did not start. \
                Name one in anxin.identity.issuer (ANXIN_IDENTITY_ISSUER), see docs/security.md; to only try the service, \
                remove quarkus.http.host (QUARKUS_HTTP_HOST), or set it to 127.0.0.1.""";
    }
}
