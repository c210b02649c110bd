package org.anxin.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The service with an identity provider, which does not run yet when the service starts ({@link TestIssuer}). */
public class Identified implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path directory = Files.createTempDirectory("anxin-identified");
            return Map.of(
                    "anxin.identity.issuer",
                    "http://localhost:" + freePort() + "/" + TestIssuer.ID,
                    "anxin.identity.client-secret",
                    "a secret of the tests, of 32 characters and more",
                    "anxin.identity.role-names.inspector",
                    "inspector,district-inspector",
                    "anxin.rules.directory",
                    directory.resolve("rules").toString(),
                    "anxin.data.directory",
                    directory.resolve("data").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
