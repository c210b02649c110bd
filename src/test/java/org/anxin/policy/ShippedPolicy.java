package org.anxin.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.anxin.rulebook.RuleFiles;

/** The shipped rules, ready to decide without Quarkus. */
public final class ShippedPolicy {
    private ShippedPolicy() {}

    /** Compiles them. */
    public static Policy make() {
        try {
            RuleFiles files = RuleFiles.read(Path.of("src/main/resources/rules"));
            return Objects.requireNonNull(PolicyCheck.of(files).policy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
