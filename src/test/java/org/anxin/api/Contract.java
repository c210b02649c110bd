package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;

/** What {@code openapi.yaml} says. */
public final class Contract {
    private static final JsonNode CONTRACT = read();

    private Contract() {}

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(TestFiles.text("/META-INF/openapi.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What stands there at a JSON pointer. */
    public static JsonNode at(String pointer) {
        return CONTRACT.at(pointer);
    }

    public static void assertConforms(String schema, JsonNode document) {
        ObjectNode reference = new ObjectMapper().createObjectNode();
        reference.put("$ref", "#/components/schemas/" + schema);
        assertConforms(schema, reference, document);
    }

    /**
     * For a schema that stands within the contract.
     *
     * @param name for the message
     */
    public static void assertConforms(String name, JsonNode schema, JsonNode document) {
        ObjectNode root = schema.deepCopy();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("components", CONTRACT.get("components"));
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
        assertThat(compiled.validate(document)).as(name).isEmpty();
    }
}
