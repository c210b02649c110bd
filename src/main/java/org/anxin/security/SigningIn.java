package org.anxin.security;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The way to the issuer and back, for people in front of a browser: the code flow of OpenID Connect. */
@Singleton
public final class SigningIn {
    private final HttpAuthenticator authenticator;
    private final Instance<OidcSession> session;
    private final Instance<OidcConfigurationMetadata> issuer;

    SigningIn(
            HttpAuthenticator authenticator,
            Instance<OidcSession> session,
            Instance<OidcConfigurationMetadata> issuer) {
        this.authenticator = authenticator;
        this.session = session;
        this.issuer = issuer;
    }

    /** Where the browser goes to sign in; null if there is no such place. The answer carries a cookie for the way. */
    public CompletionStage<Verdict.@Nullable GoOn> begin(RoutingContext routing) {
        return authenticator.getChallenge(routing).map(SigningIn::goOn).subscribeAsCompletionStage();
    }

    private static Verdict.@Nullable GoOn goOn(@Nullable ChallengeData challenge) {
        if (challenge == null) {
            return null;
        }
        for (var header : challenge.getHeaders().entrySet()) {
            if (HttpHeaders.LOCATION.toString().equalsIgnoreCase(header.getKey().toString())) {
                return new Verdict.GoOn(challenge.status, header.getValue());
            }
        }
        return null;
    }

    /**
     * Ends the session here; answers with where the browser goes to end the one at the issuer too, if it offers that. Waits,
     * since the issuer may be asked to renew what is about to end.
     */
    public String end(RoutingContext routing) {
        SecurityIdentity identity = Identification.identity(routing).await().indefinitely();
        String next = next(routing.request(), identity.getCredential(IdTokenCredential.class));
        session.get().logout().await().indefinitely();
        return next;
    }

    private String next(HttpServerRequest request, @Nullable IdTokenCredential token) {
        String home = home(request);
        String atIssuer = token == null ? null : issuer.get().getEndSessionUri();
        return atIssuer == null || token == null
                ? home
                : atIssuer + "?id_token_hint=" + token.getToken() + "&post_logout_redirect_uri="
                        + URLEncoder.encode(home, StandardCharsets.UTF_8);
    }

    private static String home(HttpServerRequest request) {
        String address = request.absoluteURI();
        return address.substring(0, address.length() - request.uri().length()) + "/";
    }
}
