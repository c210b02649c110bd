package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the service answers at once, and never with a failure of its own. */
@QuarkusTest
class MutationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long SEED = 20220407;
    private static final int ROUNDS = 3000;
    private static final List<String> SPLICES = List.of(
            "null",
            "{}",
            "[]",
            "\"\"",
            "1e999999999",
            "-",
            "\u0000",
            "\\u0000",
            "\\ud800",
            "\"\"\"",
            "[[[[",
            "}}}}",
            "9999-99-99",
            "2022-02-30",
            "true",
            "\"id\":",
            ",",
            "\uFEFF",
            "/*",
            "NaN",
            "é",
            "𠮷");

    @TestHTTPResource("/api/v1/evaluate")
    URI evaluate;

    @Test
    void mutatedRequestsAreAnsweredQuicklyAndNeverAsAFailure() throws Exception {
        Random random = new Random(SEED);
        byte[] good = fewOfTheDemo();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = mutate(good, random);
            long begin = System.nanoTime();
            HttpResponse<String> answer = Http.post(evaluate, Http.JSON, mutant);
            assertThat(answer.statusCode()).as("round " + round).isIn(200, 400);
            assertThat(System.nanoTime() - begin).as("round " + round).isLessThan(10_000_000_000L);
            assertThat(MAPPER.readTree(answer.body()).isObject()).isTrue();
        }
        assertThat(Http.post(evaluate, Http.JSON, good).statusCode()).isEqualTo(200);
    }

    @Test
    void mutatedLinesAreAnsweredOneByOne() throws Exception {
        Random random = new Random(SEED);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        byte[] good = person();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = mutate(good, random);
            lines.writeBytes(new String(mutant, StandardCharsets.ISO_8859_1)
                    .replaceAll("[\\r\\n]", " ")
                    .getBytes(StandardCharsets.ISO_8859_1));
            lines.write('\n');
        }
        HttpResponse<String> answer = Http.post(evaluate, Http.NDJSON, lines.toByteArray());
        assertThat(answer.body().lines()).hasSize(ROUNDS);
        assertThat(answer.body()).doesNotContain("/problems/internal-error");
    }

    private static byte[] fewOfTheDemo() throws Exception {
        JsonNode demo = MAPPER.readTree(TestFiles.demo("evaluate.json"));
        ObjectNode few = MAPPER.createObjectNode().put("asOf", "2022-04-07");
        few.putArray("personnel").add(demo.at("/personnel/0")).add(demo.at("/personnel/20"));
        few.putArray("batches").add(demo.at("/batches/0")).add(demo.at("/batches/5"));
        return MAPPER.writeValueAsBytes(few);
    }

    private static byte[] person() throws Exception {
        JsonNode person = MAPPER.readTree(TestFiles.demo("evaluate.json")).at("/personnel/3");
        return MAPPER.writeValueAsBytes(MAPPER.createObjectNode().set("person", person));
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] mutant = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutant = switch (random.nextInt(4)) {
                case 0 -> flipped(mutant, random);
                case 1 -> cut(mutant, random);
                case 2 ->
                    spliced(
                            mutant,
                            SPLICES.get(random.nextInt(SPLICES.size())).getBytes(StandardCharsets.UTF_8),
                            random);
                default -> spliced(mutant, piece(mutant, random), random);
            };
        }
        return mutant;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        return joined(bytes, from, new byte[0], to);
    }

    private static byte[] spliced(byte[] bytes, byte[] piece, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return joined(bytes, at, piece, at);
    }

    private static byte[] piece(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        return java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(200)));
    }

    private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, head);
        joined.writeBytes(middle);
        joined.write(bytes, tail, bytes.length - tail);
        return joined.toByteArray();
    }
}
