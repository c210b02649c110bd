package org.anxin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.anxin.rulebook.TestWords;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactInputTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Words WORDS = TestWords.of("colour", "RED", "GREEN");
    private static final Fields FIELDS = Fields.of("id", "colour", "parts").requiring("id");

    private record Thing(String id, @Nullable String colour, List<Thing> parts) {}

    private static @Nullable Thing thing(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String id = null;
        String colour = null;
        List<Thing> parts = List.of();
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.id();
                case "colour" -> colour = in.word("colour");
                default -> parts = in.list(FactInputTest::thing);
            }
        }
        return id == null || !in.clean() ? null : new Thing(id, colour, parts);
    }

    private static Thing json(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return FactInput.read(Json.parser(bytes, 0, bytes.length), WORDS, ZONE, FactInputTest::thing);
    }

    private static Thing yaml(String text) throws IOException {
        YAMLFactory factory =
                YAMLFactory.builder().streamReadConstraints(Json.LIMITS).build();
        return FactInput.read(factory.createParser(text), WORDS, ZONE, FactInputTest::thing);
    }

    private static List<InputError> errors(Reads reads) {
        return catchThrowableOfType(InvalidInputException.class, reads::read).errors();
    }

    private interface Reads {
        void read() throws IOException;
    }

    @Test
    void jsonAndYamlReadAlike() throws IOException {
        Thing expected = new Thing("A", "RED", List.of(new Thing("B", null, List.of())));
        assertThat(json("{\"parts\":[{\"id\":\"B\",\"colour\":null}],\"colour\":\"RED\",\"id\":\"A\"}"))
                .isEqualTo(expected);
        assertThat(yaml("""
                id: A
                colour: RED
                parts:
                  - id: B
                    colour: ~
                """)).isEqualTo(expected);
    }

    @Test
    void wordsAreTheDeclaredInstances() throws IOException {
        assertThat(json("{\"id\":\"A\",\"colour\":\"RED\"}").colour()).isSameAs(WORDS.canonical("colour", "RED"));
    }

    @Test
    void aChildWithMistakesDoesNotHideThoseOfItsParent() {
        assertThat(errors(() -> json("{\"parts\":[{\"id\":1},{}],\"colour\":\"REDD\"}")))
                .extracting(InputError::pointer, InputError::code)
                .containsExactly(
                        tuple("/parts/0/id", ErrorCode.WRONG_TYPE),
                        tuple("/parts/1/id", ErrorCode.REQUIRED),
                        tuple("/colour", ErrorCode.UNDECLARED_WORD),
                        tuple("/id", ErrorCode.REQUIRED));
    }

    @Test
    void yamlMistakesHaveLineAndColumn() {
        List<InputError> errors = errors(() -> yaml("""
                id: A
                colour: REDD
                parts:
                  - colour: RED
                """));
        assertThat(errors)
                .extracting(InputError::pointer, InputError::line, InputError::column, InputError::code)
                .containsExactly(
                        tuple("/colour", 2, 9, ErrorCode.UNDECLARED_WORD),
                        tuple("/parts/0/id", 4, 5, ErrorCode.REQUIRED));
        assertThat(errors.get(0).message().en()).contains("\"RED\"").doesNotContain("REDD");
    }

    @Test
    void yamlThatIsNoYamlIsOneMistakeInOurWords() {
        List<InputError> errors = errors(() -> yaml("id: A\nparts: [\n"));
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).code()).isIn(ErrorCode.SYNTAX, ErrorCode.ENDS_EARLY);
        assertThat(errors.get(0).line()).isBetween(2, 3);
    }

    @Test
    void yamlAliasesAreRefused() {
        assertThat(errors(() -> yaml("id: &x A\ncolour: *x\n")))
                .extracting(InputError::code)
                .containsExactly(ErrorCode.ALIAS_REFUSED);
    }
}
