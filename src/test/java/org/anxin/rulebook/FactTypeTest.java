package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fact type with a field that rules could not use fails when it is declared, not when somebody writes the rule. */
class FactTypeTest {

    /** Fields that can be used, and some that cannot. */
    public record Thing(int size, boolean open, boolean isOpen, boolean getsOld, int window) {}

    @Test
    void fieldsAreKnownByTheirNamesInTheOrderOfTheirDeclaration() {
        FactType<Thing> type = thing().number("size", Thing::size, "大小", "size")
                .flag("open", 30, "开", "open")
                .build();
        assertThat(type.name()).isEqualTo("Thing");
        assertThat(type.fields()).extracting(Field::name).containsExactly("size", "open");
        assertThat(type.field("sizes")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"isOpen", "getsOld"})
    void aNameWhosePrefixDroolsStripsIsRefused(String name) {
        assertThatThrownBy(() -> thing().flag(name, 0, "x", "x")).hasMessageContaining(name);
    }

    @Test
    void aNameThatRulesCannotWriteIsRefused() {
        assertThatThrownBy(() -> thing().number("window", Thing::window, "x", "x"))
                .hasMessageContaining("window");
    }

    @Test
    void aFieldThatTheRecordDoesNotHaveOrHasOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> thing().flag("closed", 0, "x", "x")).hasMessageContaining("closed");
        assertThatThrownBy(() -> thing().flag("size", 0, "x", "x")).hasMessageContaining("size");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, 31, 32})
    void aBitThatIsTakenOrOutOfRangeIsRefused(int bit) {
        FactType.Builder<Thing> thing = thing().flag("open", 5, "x", "x");
        assertThatThrownBy(() -> thing.flag("other", bit, "x", "x")).hasMessageContaining("other: bit " + bit);
    }

    @Test
    void aFieldDeclaredTwiceIsRefused() {
        FactType.Builder<Thing> thing = thing().number("size", Thing::size, "x", "x");
        assertThatThrownBy(() -> thing.number("size", Thing::size, "x", "x")).hasMessageContaining("twice");
    }

    private static FactType.Builder<Thing> thing() {
        return FactType.of(Thing.class, "物", "a thing").flags(thing -> 0);
    }
}
