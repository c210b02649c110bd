package org.anxin.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts on the class path. */
final class TestFiles {
    private TestFiles() {}

    static String demo(String name) {
        return text("/demo/binjiang-2022-04/" + name);
    }

    static String text(String path) {
        try (InputStream in = TestFiles.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
