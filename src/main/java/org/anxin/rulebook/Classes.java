package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The classes into which the comparisons of a ruleset divide the values of one field.
 *
 * @param <F> the fact
 */
sealed interface Classes<F> {
    /** Number of the class that this fact's value lies in, from 0. */
    int of(F fact);

    /** How many bits the class number takes. */
    int bits();

    private static int bitsFor(int count) {
        return 32 - Integer.numberOfLeadingZeros(count - 1);
    }

    /** The classes that {@code comparisons} make of {@code field}, which is no flag. */
    static <F extends Record> Classes<F> of(Field<F> field, List<Condition.Comparison> comparisons) {
        if (field instanceof Field.Word<F> word) {
            return new OfTexts<>(word.read(), new TextNumbers(codes(comparisons)));
        }
        if (field instanceof Field.Text<F> text) {
            return new OfTexts<>(text.read(), new TextNumbers(codes(comparisons)));
        }
        if (field instanceof Field.WordSet<F> set) {
            return new OfSets<>(set.read(), codes(comparisons));
        }
        if (field instanceof Field.WholeNumber<F> number) {
            return OfNumbers.of(number.read(), comparisons);
        }
        if (field instanceof Field.Day<F> day) {
            return OfNumbers.of(day.read(), comparisons);
        }
        throw new IllegalArgumentException(field.name());
    }

    private static String[] codes(List<Condition.Comparison> comparisons) {
        Set<String> codes = new TreeSet<>();
        for (Condition.Comparison comparison : comparisons) {
            if (comparison instanceof Condition.OneOf oneOf) {
                codes.addAll(oneOf.codes());
            } else if (comparison instanceof Condition.Contains contains) {
                codes.add(contains.code());
            }
        }
        return codes.toArray(new String[0]);
    }

    /** Each text that is named is a class; all others, and a missing one, are class 0. */
    record OfTexts<F>(Function<F, @Nullable String> read, TextNumbers numbers) implements Classes<F> {
        @Override
        public int of(F fact) {
            return numbers.of(read.apply(fact));
        }

        @Override
        public int bits() {
            return bitsFor(numbers.size() + 1);
        }
    }

    /** One bit for each word that is named. */
    record OfSets<F>(Function<F, Set<String>> read, String[] codes) implements Classes<F> {
        @Override
        public int of(F fact) {
            Set<String> value = read.apply(fact);
            int bits = 0;
            for (int i = 0; i < codes.length; i++) {
                if (value.contains(codes[i])) {
                    bits |= 1 << i;
                }
            }
            return bits;
        }

        /** More words than an int has bits cannot be told apart: too many for any key. */
        @Override
        public int bits() {
            return codes.length < Integer.SIZE ? codes.length : Long.SIZE;
        }
    }

    /**
     * Numbers or days between which no comparison makes a difference are one class.
     *
     * @param bounds the constants, ascending
     * @param classOf class of: a missing number; numbers below bounds[0]; bounds[0] itself; numbers between it and
     *     bounds[1]; …
     */
    record OfNumbers<F>(ToIntFunction<F> read, int[] bounds, int[] classOf, int count) implements Classes<F> {
        static <F> OfNumbers<F> of(ToIntFunction<F> read, List<Condition.Comparison> comparisons) {
            int[] bounds = comparisons.stream()
                    .mapToInt(comparison -> ((Condition.Relation) comparison).constant())
                    .sorted()
                    .distinct()
                    .toArray();
            Map<BitSet, Integer> numbers = new LinkedHashMap<>();
            List<Integer> examples = examples(bounds);
            int[] classOf = new int[examples.size()];
            for (int i = 0; i < classOf.length; i++) {
                BitSet truths = new BitSet();
                for (int c = 0; c < comparisons.size(); c++) {
                    truths.set(c, comparisons.get(c).holds(examples.get(i)));
                }
                classOf[i] = numbers.computeIfAbsent(truths, key -> numbers.size());
            }
            return new OfNumbers<>(read, bounds, classOf, numbers.size());
        }

        /** A number of each interval, in the order of {@code classOf}. */
        private static List<Integer> examples(int[] bounds) {
            List<Integer> examples = new ArrayList<>(List.of(Days.NONE));
            for (int bound : bounds) {
                examples.add(bound - 1);
                examples.add(bound);
            }
            examples.add(bounds[bounds.length - 1] + 1);
            return examples;
        }

        @Override
        public int of(F fact) {
            int value = read.applyAsInt(fact);
            if (value == Days.NONE) {
                return classOf[0];
            }
            int i = Arrays.binarySearch(bounds, value);
            return classOf[i >= 0 ? 2 * i + 2 : 2 * -(i + 1) + 1];
        }

        @Override
        public int bits() {
            return bitsFor(count);
        }
    }
}
