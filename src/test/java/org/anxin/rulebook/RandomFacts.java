package org.anxin.rulebook;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Facts of any type with values that rules and engines may stumble over, and what rules see of them. */
final class RandomFacts {
    /** Texts that an engine might take for something else than a text. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "1",
            "01",
            "1.0",
            "1e0",
            "0x1",
            "1L",
            "NaN",
            "empty",
            "nil",
            "x",
            "X",
            " x",
            "x ",
            "//",
            "/*",
            "*/ x",
            "'",
            "a'b",
            "' || true || '",
            "@{1}",
            "${x}",
            "#x",
            "\t",
            "农贸市场",
            "（",
            "&&",
            "(",
            ")",
            ";",
            "end",
            "this",
            "$f",
            "2022-04-05",
            "%s",
            "😀",
            "M-01",
            "[0]",
            "{}",
            "<",
            ">",
            "=",
            "!",
            "~",
            "a\u0301",
            "á");

    private static final int TODAY = Days.of("2022-04-07");

    private final Random random;
    private final Words words;

    RandomFacts(Random random, Words words) {
        this.random = random;
        this.words = words;
    }

    /** A fact of this type. */
    <F extends Record> F fact(FactType<F> type) {
        try {
            RecordComponent[] components = type.record().getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values =
                    Arrays.stream(components).map(one -> value(type, one)).toArray();
            Constructor<F> constructor = type.record().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private @Nullable Object value(FactType<?> type, RecordComponent component) {
        Field<?> field = type.field(component.getName());
        if (component.getType() == int.class) {
            return field == null ? random.nextInt() : number(field);
        }
        if (field instanceof Field.WordSet<?> set) {
            Set<String> some = new HashSet<>(words.codes(set.kind()));
            some.removeIf(code -> random.nextBoolean());
            return some;
        }
        if (random.nextInt(8) == 0) {
            return null;
        }
        return field instanceof Field.Word<?> word
                ? word(word.kind())
                : ((Field.Text<?>) field).form().apply(pick(TEXTS));
    }

    /** A declared word of this kind. */
    String word(String kind) {
        return pick(new ArrayList<>(words.codes(kind)));
    }

    /** A text that rules may compare with. */
    String text() {
        String text = pick(TEXTS);
        return text.isBlank() ? text() : text;
    }

    /** A number or day, often the same as another or next to it, sometimes missing. */
    int number(Field<?> field) {
        int choice = random.nextInt(12);
        if (choice == 0) {
            return Days.NONE;
        }
        int middle = field instanceof Field.Day ? TODAY : 0;
        return choice == 1 ? middle + random.nextInt(80_000) - 40_000 : middle + random.nextInt(9) - 4;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The value of a field, as a rule author understands it; null where it is missing. */
    static <F extends Record> @Nullable Object seen(FactType<F> type, Record fact, Field<?> field) {
        F typed = type.record().cast(fact);
        @SuppressWarnings("unchecked")
        Field<F> own = (Field<F>) field;
        if (own instanceof Field.Word<F> word) {
            return word.read().apply(typed);
        } else if (own instanceof Field.Text<F> text) {
            return text.read().apply(typed);
        } else if (own instanceof Field.WordSet<F> set) {
            return set.read().apply(typed);
        } else if (own instanceof Field.Flag<F> flag) {
            return (type.flags().applyAsInt(typed) >> flag.bit() & 1) == 1;
        }
        int number = own instanceof Field.WholeNumber<F> plain
                ? plain.read().applyAsInt(typed)
                : ((Field.Day<F>) own).read().applyAsInt(typed);
        return number == Days.NONE ? null : number;
    }
}
