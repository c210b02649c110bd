package org.anxin.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.anxin.it.ServiceProcess;

/** What it costs a call that the caller says who he is: with a token of an identity provider, with a key, and in local mode. */
final class IdentityLoad {
    private static final String ISSUER = "district";
    private static final String CLIENT = "anxin";
    private static final long HOUR = 3600;
    private static final int TURNS = 3;
    private static final String LOCAL = "local mode";
    private static final String TOKEN = "token";
    private static final String KEY = "key";

    private IdentityLoad() {}

    static void measure(Path directory, String body) throws Exception {
        MockOAuth2Server issuer = new MockOAuth2Server();
        issuer.start(InetAddress.getLoopbackAddress(), 0);
        Rates rates = new Rates();
        try (ServiceProcess local = ServiceProcess.start(directory, "-Xmx256m", "-Danxin.sweep.cron=off");
                ServiceProcess identified = ServiceProcess.start(
                        directory,
                        "-Xmx256m",
                        "-Danxin.sweep.cron=off",
                        "-Danxin.data.directory=identified",
                        "-Danxin.identity.client-secret=a secret of the benchmark, long enough",
                        "-Danxin.identity.issuer=" + issuer.issuerUrl(ISSUER))) {
            String token = bearer(token(issuer));
            String key = bearer(key(identified, token(issuer)));
            for (int turn = -1; turn < TURNS; turn++) {
                measure(local, LOCAL, "", body, turn, rates);
                measure(identified, TOKEN, token, body, turn, rates);
                measure(identified, KEY, key, body, turn, rates);
            }
        } finally {
            issuer.shutdown();
        }
        System.out.println(
                "\n| calls a second, one person each | identified | local mode | identified / local |\n|---|---|---|---|");
        System.out.println(rates.row("with a token", TOKEN, LOCAL));
        System.out.println(rates.row("with a key", KEY, LOCAL));
    }

    private static void measure(ServiceProcess service, String who, String header, String body, int turn, Rates rates)
            throws IOException {
        try (OpenLoad load = LoadBenchmark.load(service, header, body)) {
            double rate = LoadBenchmark.capacity(load);
            if (turn >= 0) {
                rates.add(who, rate);
            }
        }
    }

    private static String bearer(String secret) {
        return "Authorization: Bearer " + secret + "\r\n";
    }

    private static String token(MockOAuth2Server issuer) {
        Map<String, Object> claims = Map.of("roles", List.of("operations"));
        return issuer.issueToken(
                        ISSUER,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(ISSUER, "bench", "JWT", List.of(CLIENT), claims, HOUR))
                .serialize();
    }

    private static String key(ServiceProcess service, String token) throws IOException, InterruptedException {
        URI keys = service.uri("/api/v1/keys");
        String wanted = "{\"name\": \"bench\", \"roles\": [\"operations\"], \"expiresOn\": \"%s\"}"
                .formatted(LocalDate.now().plusDays(2));
        HttpRequest request = HttpRequest.newBuilder(keys)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(wanted))
                .build();
        HttpResponse<String> made = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.statusCode() + " " + made.body());
        }
        return new ObjectMapper().readTree(made.body()).get("key").asText();
    }
}
