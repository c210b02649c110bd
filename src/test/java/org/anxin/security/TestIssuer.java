package org.anxin.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real issuer of tokens at the address that the service was given: discovery, keys, and the code flow, over HTTP. */
public final class TestIssuer {
    static final String ID = "district";
    private static final String ANXIN = "anxin";
    private static final long HOUR = 3600;

    private static final TestIssuer RUNNING = start();

    private final MockOAuth2Server server;

    private TestIssuer(MockOAuth2Server server) {
        this.server = server;
    }

    /** The one that runs as long as the tests of the profile {@link Identified} do. */
    public static TestIssuer running() {
        return RUNNING;
    }

    private static TestIssuer start() {
        URI address = URI.create(ConfigProvider.getConfig().getValue("anxin.identity.issuer", String.class));
        try {
            MockOAuth2Server server =
                    new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
            server.start(InetAddress.getByName(address.getHost()), address.getPort());
            return new TestIssuer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token for the service of somebody with these roles and, for a market organiser, these markets. */
    public String token(String subject, List<String> roles, String... markets) {
        return token(ID, subject, ANXIN, Map.of("roles", roles, "anxin_markets", List.of(markets)), HOUR);
    }

    /** A token for another service. */
    public String tokenForOthers(String subject, List<String> roles) {
        return token(ID, subject, "other", Map.of("roles", roles), HOUR);
    }

    /** A token whose time is over, by an hour. */
    public String expired(String subject, List<String> roles) {
        return token(ID, subject, ANXIN, Map.of("roles", roles), -HOUR);
    }

    /** A token of another issuer, with other keys. */
    public String ofAnotherIssuer(String subject, List<String> roles) {
        return token("elsewhere", subject, ANXIN, Map.of("roles", roles), HOUR);
    }

    private String token(String issuer, String subject, String audience, Map<String, Object> claims, long seconds) {
        return server.issueToken(
                        issuer,
                        ANXIN,
                        new DefaultOAuth2TokenCallback(issuer, subject, "JWT", List.of(audience), claims, seconds))
                .serialize();
    }
}
