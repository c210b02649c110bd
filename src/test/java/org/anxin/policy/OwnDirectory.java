package org.anxin.policy;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Rules in a directory of the tests' own, which the service fills at its start. */
public class OwnDirectory implements QuarkusTestProfile {
    /** With {@code rules} and {@code data} below it. */
    static final Path PATH = temporary();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "anxin.rules.directory", PATH.resolve("rules").toString(),
                "anxin.data.directory", PATH.resolve("data").toString());
    }

    private static Path temporary() {
        try {
            // The profile and the tests are loaded by different class loaders; a property is seen by both.
            String known = System.getProperty("test.rules.directory");
            Path path = known == null ? Files.createTempDirectory("anxin-rules") : Path.of(known);
            System.setProperty("test.rules.directory", path.toString());
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
