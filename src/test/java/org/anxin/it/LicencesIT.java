package org.anxin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The list of what the packaged service is made of (CycloneDX, {@code target/bom.json}), every part under a licence that lets
 * a public authority run and pass it on; {@code docs/licences.md} shows it. After a change of the parts, write that anew with
 * {@code mvn verify -Dit.test=LicencesIT -Danxin.docs=write}.
 */
class LicencesIT {
    private static final Path BOM = Path.of("target/bom.json");
    /** Part of a library for the machine that builds; each machine has its own. */
    private static final String OF_THE_MACHINE = "native-";

    private static final Path PAGE = Path.of("docs/licences.md");

    /** One of these must be among the licences of each part; of several the user may choose. */
    private static final Set<String> FREE = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD licence",
            "CC0-1.0",
            "EPL-2.0",
            "MIT",
            "MIT-0",
            "Public Domain");

    private static Map<String, List<String>> parts() throws IOException {
        // Maven makes it only where it may ask its package sources.
        assumeThat(BOM).exists();
        Map<String, List<String>> parts = new TreeMap<>();
        for (JsonNode part : new ObjectMapper().readTree(BOM.toFile()).path("components")) {
            if (part.path("name").asText().startsWith(OF_THE_MACHINE)) {
                continue;
            }
            List<String> licences = new ArrayList<>();
            for (JsonNode licence : part.path("licenses")) {
                licences.add(name(licence));
            }
            String name = part.path("group").asText() + ":" + part.path("name").asText();
            parts.put(name + " | " + part.path("version").asText(), licences);
        }
        return parts;
    }

    private static String name(JsonNode licence) {
        for (JsonNode given : List.of(
                licence.path("license").path("id"), licence.path("license").path("name"), licence.path("expression"))) {
            if (given.isTextual()) {
                return given.asText();
            }
        }
        return "";
    }

    @Test
    void everyPartMayBeRunAndPassedOn() throws IOException {
        Map<String, List<String>> parts = parts();
        assertThat(parts).hasSizeGreaterThan(100);
        assertThat(parts).allSatisfy((part, licences) -> assertThat(licences).containsAnyElementsOf(FREE));
    }

    @Test
    void thePageListsThem() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Licences

                The parts of the packaged service, made from its software bill of materials (`target/bom.json`, CycloneDX, written by \
                `mvn package`). Of several licences the user may choose.

                | part | version | licence |
                |---|---|---|
                """);
        parts().forEach((part, licences) -> page.append("| ")
                .append(part)
                .append(" | ")
                .append(String.join(", ", licences))
                .append(" |\n"));
        if ("write".equals(System.getProperty("anxin.docs"))) {
            Files.writeString(PAGE, page.toString());
        }
        assertThat(PAGE).hasContent(page.toString());
    }
}
