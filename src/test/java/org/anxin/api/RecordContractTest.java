package org.anxin.api;

import static org.anxin.api.Contract.assertConforms;
import static org.anxin.api.RecordClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single records and their pages are what {@code openapi.yaml} says. */
@QuarkusTest
class RecordContractTest {
    @TestHTTPResource("/")
    URI service;

    private RecordClient records;

    @BeforeEach
    void register() {
        records = new RecordClient(service);
        records.has("markets/M-01", "{\"name\":\"x\",\"type\":\"FARMERS\"}");
        records.has("operators/O-00044", "{\"marketId\":\"M-01\",\"name\":\"x\"}");
        records.has("people/P-1", "{}");
        records.has("letters/L-1", "{\"validFrom\":\"2022-02-20\",\"zh\":\"责任书\",\"en\":\"letter\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "markets/{id}, markets/M-01, Market",
        "operators/{id}, operators/O-00044, Operator",
        "cameras/{id}, cameras/K-01, Camera",
        "people/{id}, people/P-1, RegisteredPerson",
        "people/{id}/release, people/P-1/release, Release",
        "people/{id}/assignments/{marketId}/{category}/{from}, "
                + "people/P-1/assignments/M-01/STAFF/2022-03-20, RegisteredAssignment",
        "people/{id}/absences/{from}, people/P-1/absences/2022-03-13, RegisteredAbsence",
        "letters/{id}, letters/L-example, Letter",
        "operators/{id}/activations/{from}, operators/O-00044/activations/2022-02-20, OperatorActivation",
        "people/{id}/activations/{from}, people/P-1/activations/2022-02-20, PersonActivation",
        "operators/{id}/signatures/{letterId}, operators/O-00044/signatures/L-1, OperatorSignature",
        "people/{id}/signatures/{letterId}, people/P-1/signatures/L-1, PersonSignature",
        "operators/{id}/import-listings/{from}, operators/O-00044/import-listings/2022-03-01, ImportListing",
        "operators/{id}/imported-goods/{goods}/{from}, "
                + "operators/O-00044/imported-goods/%E8%BD%A6%E5%8E%98%E5%AD%90%2F%E6%A8%B1/2022-03-01, ImportedGoods",
        "operators/{id}/contacts/{personId}/{from}, operators/O-00044/contacts/P-1/2022-03-01, Contact"
    })
    void theExampleCanBePutAndItsAnswerConforms(String template, String path, String schema) {
        JsonNode operations = Contract.at("/paths").get("/api/v1/" + template);
        JsonNode example = operations.at("/put/requestBody/content/application~1json/example");
        assertConforms(schema + "Input", example);
        HttpResponse<String> answer = records.put(path, example.toString());
        assertThat(answer.statusCode()).isIn(200, 201);
        assertConforms(schema, json(answer));
        assertConforms(schema + "Input", json(answer));
        assertConforms(schema, json(records.get(path)));
        example.properties()
                .forEach(member -> assertThat(json(answer).get(member.getKey())).isEqualTo(member.getValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "markets, markets?limit=1",
        "operators, operators",
        "people, people",
        "people/{id}/assignments, people/P-1/assignments",
        "people/{id}/absences, people/P-1/absences",
        "letters, letters",
        "operators/{id}/activations, operators/O-00044/activations",
        "people/{id}/activations, people/P-1/activations",
        "operators/{id}/signatures, operators/O-00044/signatures",
        "people/{id}/signatures, people/P-1/signatures",
        "operators/{id}/import-listings, operators/O-00044/import-listings",
        "operators/{id}/imported-goods, operators/O-00044/imported-goods",
        "operators/{id}/contacts, operators/O-00044/contacts"
    })
    void pagesConform(String template, String path) {
        JsonNode schema = Contract.at("/paths")
                .get("/api/v1/" + template)
                .at("/get/responses/200/content/application~1json/schema");
        HttpResponse<String> answer = records.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertConforms(path, schema, json(answer));
    }

    @Test
    void problemsConform() {
        records.has("people/P-1/absences/2022-03-13", "{}");
        assertConforms("Problem", json(records.delete("people/P-1")));
        assertConforms("Problem", json(records.put("people/P-1", "{}", "If-None-Match", "*")));
        assertConforms("Problem", json(records.put("operators/O-00044", "{\"marketId\":\"M-none\"}")));
        assertConforms("Problem", json(records.get("people/P-none")));
    }
}
