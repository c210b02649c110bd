package org.anxin.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files in YAML. */
final class Yaml {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private Yaml() {}

    /** All documents of a file. */
    static List<JsonNode> documents(Path file) throws IOException {
        try (MappingIterator<JsonNode> all = MAPPER.readerFor(JsonNode.class).readValues(file.toFile())) {
            return all.readAll();
        }
    }

    /** The only document of a file. */
    static JsonNode document(Path file) throws IOException {
        return documents(file).get(0);
    }
}
