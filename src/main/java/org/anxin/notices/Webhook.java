package org.anxin.notices;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;

/** The receiver of notices. */
public final class Webhook {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final URI url;
    private final Signature signature;
    private final Duration timeout;
    private final String source;
    private final Clock clock;
    private final boolean privateAddresses;

    /**
     * @param url http or https
     * @param secret {@code whsec_} and a key in base64
     * @param timeout how long it may take to answer
     * @param source who sends
     * @param clock tells when
     * @param privateAddresses whether it may be on this machine or in a private network
     * @throws IllegalArgumentException if url or secret are none
     */
    public Webhook(String url, String secret, Duration timeout, String source, Clock clock, boolean privateAddresses) {
        this.url = URI.create(url);
        if (!"http".equals(this.url.getScheme()) && !"https".equals(this.url.getScheme())
                || this.url.getHost() == null) {
            throw new IllegalArgumentException("not an http or https address");
        }
        this.signature = new Signature(secret);
        this.timeout = timeout;
        this.source = source;
        this.clock = clock;
        this.privateAddresses = privateAddresses;
    }

    /** How long an attempt takes at most. */
    Duration longest() {
        return timeout.plus(CONNECT);
    }

    /**
     * Sends a notice.
     *
     * @throws IOException if it was not taken, with the reason
     */
    void send(StoredNotice notice) throws IOException, InterruptedException {
        requireAllowed();
        byte[] body = CloudEvent.of(notice, source);
        long second = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", CloudEvent.MEDIA_TYPE)
                .header("webhook-id", notice.id())
                .header("webhook-timestamp", Long.toString(second))
                .header("webhook-signature", signature.of(notice.id(), second, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        // Only the status counts; a body without an end is not waited for.
        answer.body().close();
        if (answer.statusCode() < OK || answer.statusCode() >= REDIRECTED) {
            throw new IOException("status " + answer.statusCode());
        }
    }

    /** A name that is public when it is configured can lead into the network of the service later. */
    private void requireAllowed() throws IOException {
        if (!privateAddresses) {
            for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
                if (!PublicAddress.is(address)) {
                    throw new IOException("the address is private (anxin.notices.webhook.private-addresses)");
                }
            }
        }
    }
}
