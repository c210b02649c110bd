package org.anxin.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import org.anxin.rulebook.FactType;
import org.anxin.rulebook.Field;
import org.anxin.rulebook.Says;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionVocabularyTest {

    static Iterable<FactType<?>> facts() {
        return AdmissionVocabulary.VOCABULARY.facts().values();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFlagReadsItsOwnBitAndNoOther(FactType<?> fact) throws ReflectiveOperationException {
        for (Field<?> field : fact.fields()) {
            if (field instanceof Field.Flag<?> flag) {
                for (int bit = 0; bit < 31; bit++) {
                    boolean read =
                            (boolean) fact.record().getMethod(flag.name()).invoke(withFlags(fact.record(), 1 << bit));
                    assertThat(read).as("%s, bit %d", flag.name(), bit).isEqualTo(bit == flag.bit());
                }
            }
        }
    }

    @Test
    void everyFieldThatRulesCanNameHasANameInBothLanguages() throws ReflectiveOperationException {
        var names =
                Part.class.getMethod("field", String.class).getParameters()[0].getAnnotation(Says.Among.class);
        for (String name : names.value()) {
            assertThat(Names.field(name).zh()).isNotEqualTo(name);
        }
    }

    private static Record withFlags(Class<? extends Record> type, int flags) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int at = 0; at < values.length; at++) {
            Class<?> of = components[at].getType();
            values[at] = components[at].getName().equals("flags")
                    ? flags
                    : of == int.class ? (Object) 0 : of == Set.class ? Set.of() : "";
        }
        Constructor<? extends Record> constructor = type.getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }
}
