package org.anxin.rulebook;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One field of a fact that conditions may compare with constants.
 *
 * @param <F> the fact
 */
public sealed interface Field<F> {
    /** What authors write; also the name of the record's accessor that Drools reads. */
    String name();

    /** What it means. */
    Bilingual meaning();

    /**
     * A declared word, compared with {@code ==}, {@code !=}, {@code in}, {@code not in}.
     *
     * @param kind of word
     * @param among which of the declared words a fact always holds one of; null if it may also be missing
     */
    record Word<F>(
            String name,
            String kind,
            @Nullable Predicate<Words.Word> among,
            Function<F, @Nullable String> read,
            Bilingual meaning)
            implements Field<F> {}

    /**
     * Free text such as an id or a name, compared with {@code ==}, {@code !=}, {@code in}, {@code not in}.
     *
     * @param form what facts do to such a text before rules see it, and the checker to authors' constants, so that both
     *     are compared in one form
     */
    record Text<F>(String name, Function<F, @Nullable String> read, UnaryOperator<String> form, Bilingual meaning)
            implements Field<F> {}

    /**
     * A set of declared words, compared with {@code contains} and {@code not contains}.
     *
     * @param kind of the words
     */
    record WordSet<F>(String name, String kind, Function<F, Set<String>> read, Bilingual meaning) implements Field<F> {}

    /**
     * A whole number, or {@link org.anxin.time.Days#NONE} where it is missing. A comparison with a missing number is
     * false, except {@code !=}.
     */
    record WholeNumber<F>(String name, ToIntFunction<F> read, Bilingual meaning) implements Field<F> {}

    /** A civil day as an epoch day, written {@code "2022-04-05"}; missing as with {@link WholeNumber}. */
    record Day<F>(String name, ToIntFunction<F> read, Bilingual meaning) implements Field<F> {}

    /**
     * True or false.
     *
     * @param bit its place in the fact's packed flags, from 0
     */
    record Flag<F>(String name, int bit, Bilingual meaning) implements Field<F> {}
}
