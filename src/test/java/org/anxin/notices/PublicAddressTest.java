package org.anxin.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices do not go into the network of the service by a name that leads there. */
class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "ff02::1"
            })
    void privateOnesAreNot(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.255.255.255", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "2001:db8::1"})
    void othersAre(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://2130706433:9/"})
    void nothingIsSentThere(String url) {
        Webhook webhook =
                new Webhook(url, "whsec_" + "QUJD".repeat(8), Duration.ofSeconds(1), "/x", Clock.systemUTC(), false);
        StoredNotice notice = new StoredNotice(1, "N-1", "x", "M-01", null, "{}", Instant.EPOCH, null);
        assertThatIOException().isThrownBy(() -> webhook.send(notice)).withMessageContaining("private");
    }
}
