package org.anxin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.HostAndPort;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "127.8.9.10", "::1"})
    void startsOnLoopback(String host) {
        new LoopbackOnly(host, Optional.empty()).check(new StartupEvent());
        assertThat(LoopbackOnly.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void refusesToStartElsewhereAndSaysWhy(String host) {
        assertThatThrownBy(() -> new LoopbackOnly(host, Optional.empty()).check(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("已拒绝启动", "did not start", "QUARKUS_HTTP_HOST", "ANXIN_IDENTITY_ISSUER");
    }

    @Test
    void startsAnywhereWithAnIdentityProvider() {
        assertThatCode(() ->
                        new LoopbackOnly("0.0.0.0", Optional.of("https://issuer.example")).check(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.255.255.255", "[::1]"})
    void thisMachineIsAnsweredAtAnyPort(String host) {
        assertThat(HostCheck.isThisMachine(HostAndPort.create(host, 80))).isTrue();
        assertThat(HostCheck.isThisMachine(HostAndPort.create(host, 8080))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.256",
                "127.1",
                "128.0.0.1",
                "0.0.0.0",
                "[::]",
                "localhost.",
                "xlocalhost",
                "2130706433"
            })
    void otherNamesAreNot(String host) {
        assertThat(HostCheck.isThisMachine(HostAndPort.create(host, 80))).isFalse();
    }

    @Test
    void aRequestWithoutHostNamesNobody() {
        assertThat(HostCheck.isThisMachine(null)).isFalse();
    }
}
