package org.anxin.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables of the environment that the service obeys, by what the documentation and the settings name. */
final class KnownVariables {
    private static final Pattern OWN = Pattern.compile("(?m)^\\| `(anxin\\.[a-z.-]+)` \\|");
    private static final Pattern OF_QUARKUS = Pattern.compile("\\bquarkus(?:\\.[a-z0-9-]+)+|\\bQUARKUS(?:_[A-Z0-9]+)+");

    private KnownVariables() {}

    /** Ours from the configuration reference; those of Quarkus that the settings have or a page explains. */
    static Set<String> all() throws IOException {
        Set<String> variables = new TreeSet<>();
        add(variables, OWN, Path.of("docs/configuration.md"), 1);
        for (String file : List.of(
                "src/main/resources/application.properties",
                "docs/operations.md",
                "docs/security.md",
                "docs/reliability.md")) {
            add(variables, OF_QUARKUS, Path.of(file), 0);
        }
        return variables;
    }

    private static void add(Set<String> variables, Pattern pattern, Path file, int group) throws IOException {
        Matcher key = pattern.matcher(Files.readString(file));
        while (key.find()) {
            variables.add(key.group(group).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        }
    }
}
