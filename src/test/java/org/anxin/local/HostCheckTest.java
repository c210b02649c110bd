package org.anxin.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HostCheckTest {
    @TestHTTPResource("/")
    URI service;

    private String get(String path, String headers) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/openapi", "/q/swagger-ui/", "/api/v1/evaluate", "/"})
    void otherHostsAreMisdirectedEverywhere(String path) throws IOException {
        assertThat(get(path, "Host: evil.example\r\n"))
                .startsWith("HTTP/1.1 421 ")
                .contains("application/problem+json", "/problems/misdirected-request");
    }

    @Test
    void thisMachineIsAnsweredWithoutPermissionForOtherOrigins() throws IOException {
        assertThat(get("/q/health", "Host: localhost:1\r\nOrigin: http://evil.example\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContainIgnoringCase("access-control");
    }
}
