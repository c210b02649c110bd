package org.anxin.rulebook;

import java.util.List;
import org.anxin.text.Bilingual;

/** Declared words without rule files. */
public final class TestWords {
    private TestWords() {}

    /** Words of one kind. */
    public static Words of(String kind, String... codes) {
        return new Words(
                List.of(kind),
                List.of(codes).stream()
                        .map(code -> new Words.Word(kind, code, new Bilingual(code, code), false))
                        .toList());
    }
}
