package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextNumbersTest {

    /** Texts of which many have the same hash: "Aa" and "BB" are alike to it. */
    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("Aa", "BB", "C", "")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts))
                .list()
                .uniqueElements();
    }

    @Property
    void eachTextHasItsNumberAndAllOthersHaveNone(
            @ForAll("texts") List<String> texts, @ForAll("texts") List<String> others) {
        TextNumbers numbers = new TextNumbers(texts.toArray(new String[0]));
        assertThat(numbers.size()).isEqualTo(texts.size());
        assertThat(texts).allSatisfy(text -> assertThat(numbers.of(text)).isEqualTo(texts.indexOf(text) + 1));
        assertThat(others).allSatisfy(text -> assertThat(numbers.of(text)).isEqualTo(texts.indexOf(text) + 1));
    }

    @Test
    void aMissingTextHasNoNumber() {
        assertThat(new TextNumbers("A").of(null)).isZero();
        assertThat(new TextNumbers().of("A")).isZero();
    }
}
