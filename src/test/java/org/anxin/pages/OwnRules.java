package org.anxin.pages;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The shipped rules in a directory of the pages' own, and in a database where they are the first version. */
public class OwnRules implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path directory = Files.createTempDirectory("anxin-pages");
            return Map.of(
                    "anxin.rules.directory", directory.resolve("rules").toString(),
                    "anxin.data.directory", directory.resolve("data").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
