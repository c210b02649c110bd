package org.anxin.rulebook;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact that rules may look at: a record, and those of its fields that conditions may name. A feature declares
 * its fact types; the rulebook reads, checks, compiles and remembers by them.
 *
 * <p>All yes-or-no fields of a fact are read at once, as bits of one int ("packed flags"), so that a fact with many of
 * them is recognised in one step.
 *
 * @param <F> the record
 */
public final class FactType<F extends Record> {
    private final Class<F> record;
    private final Bilingual meaning;
    private final ToIntFunction<F> flags;
    private final Map<String, Field<F>> fields;

    private FactType(Builder<F> builder) {
        this.record = builder.record;
        this.meaning = builder.meaning;
        this.flags = builder.flags;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
    }

    /** Begins the declaration of a fact type that authors call by the record's simple name. */
    public static <F extends Record> Builder<F> of(Class<F> record, String zh, String en) {
        return new Builder<>(record, new Bilingual(zh, en));
    }

    /** What authors write before the parenthesis. */
    public String name() {
        return record.getSimpleName();
    }

    /** The record that Drools sees. */
    public Class<F> record() {
        return record;
    }

    /** What the fact is. */
    public Bilingual meaning() {
        return meaning;
    }

    /** The field that authors call {@code name}, or null. */
    public @Nullable Field<F> field(String name) {
        return fields.get(name);
    }

    /** All fields, in the order of their declaration. */
    public Collection<Field<F>> fields() {
        return fields.values();
    }

    /** What rules see of a field of a fact; null where it is missing. */
    @Nullable
    Object value(Record fact, Field<?> field) {
        F typed = record.cast(fact);
        @Nullable Field<F> own = fields.get(field.name());
        if (own instanceof Field.Word<F> word) {
            return word.read().apply(typed);
        }
        if (own instanceof Field.Text<F> text) {
            return text.read().apply(typed);
        }
        if (own instanceof Field.WordSet<F> set) {
            return set.read().apply(typed);
        }
        if (own instanceof Field.Flag<F> flag) {
            return (flags.applyAsInt(typed) >> flag.bit() & 1) == 1;
        }
        int number = own instanceof Field.WholeNumber<F> plain
                ? plain.read().applyAsInt(typed)
                : own instanceof Field.Day<F> day ? day.read().applyAsInt(typed) : Days.NONE;
        return number == Days.NONE ? null : number;
    }

    /** Reads all yes-or-no fields of a fact, packed. */
    ToIntFunction<F> flags() {
        return flags;
    }

    /** Declares the fields of a fact type. Fails at once on a field that Drools or the rule reader could not read. */
    public static final class Builder<F extends Record> {
        private final Class<F> record;
        private final Bilingual meaning;
        private final Map<String, Field<F>> fields = new LinkedHashMap<>();
        private final BitSet bits = new BitSet();
        private ToIntFunction<F> flags = fact -> 0;

        private Builder(Class<F> record, Bilingual meaning) {
            this.record = record;
            this.meaning = meaning;
        }

        /** A field that holds a declared word of {@code kind}, or null. */
        public Builder<F> word(String name, String kind, Function<F, @Nullable String> read, String zh, String en) {
            return add(new Field.Word<>(name, kind, null, read, new Bilingual(zh, en)), String.class);
        }

        /** A field that always holds one of the declared words of {@code kind} that {@code among} lets through. */
        public Builder<F> word(
                String name,
                String kind,
                Predicate<Words.Word> among,
                Function<F, @Nullable String> read,
                String zh,
                String en) {
            return add(new Field.Word<>(name, kind, among, read, new Bilingual(zh, en)), String.class);
        }

        /** A field that holds free text, or null; compared to the letter, as ids are. */
        public Builder<F> text(String name, Function<F, @Nullable String> read, String zh, String en) {
            return text(name, read, UnaryOperator.identity(), zh, en);
        }

        /**
         * A field that holds free text, or null, of which only the form counts.
         *
         * @param form applied to the constants of rules; the fact gives its text in this form already
         */
        public Builder<F> text(
                String name, Function<F, @Nullable String> read, UnaryOperator<String> form, String zh, String en) {
            return add(new Field.Text<>(name, read, form, new Bilingual(zh, en)), String.class);
        }

        /** A field that holds a set of declared words of {@code kind}. */
        public Builder<F> wordSet(String name, String kind, Function<F, Set<String>> read, String zh, String en) {
            return add(new Field.WordSet<>(name, kind, read, new Bilingual(zh, en)), Set.class);
        }

        /** A field that holds a whole number. */
        public Builder<F> number(String name, ToIntFunction<F> read, String zh, String en) {
            return add(new Field.WholeNumber<>(name, read, new Bilingual(zh, en)), int.class);
        }

        /** A field that holds an epoch day. */
        public Builder<F> day(String name, ToIntFunction<F> read, String zh, String en) {
            return add(new Field.Day<>(name, read, new Bilingual(zh, en)), int.class);
        }

        /** Where the yes-or-no fields are read from, packed; then {@link #flag} declares each. */
        public Builder<F> flags(ToIntFunction<F> packed) {
            this.flags = packed;
            return this;
        }

        /**
         * A yes-or-no field.
         *
         * @param bit its place in the packed flags, from 0 to 30
         */
        public Builder<F> flag(String name, int bit, String zh, String en) {
            if (bit < 0 || bit > 30 || bits.get(bit)) {
                throw new IllegalArgumentException(name + ": bit " + bit + " is taken or out of range");
            }
            bits.set(bit);
            return add(new Field.Flag<>(name, bit, new Bilingual(zh, en)), boolean.class);
        }

        /** Ends the declaration. */
        public FactType<F> build() {
            return new FactType<>(this);
        }

        private Builder<F> add(Field<F> field, Class<?> type) {
            String name = field.name();
            if (name.startsWith("is") || name.startsWith("get")) {
                throw new IllegalArgumentException(name + ": Drools strips this prefix");
            }
            if (ConditionReader.FOREIGN.contains(name)) {
                throw new IllegalArgumentException(name + ": a word of DRL that rules cannot begin a comparison with");
            }
            try {
                if (!record.getMethod(name).getReturnType().equals(type)) {
                    throw new IllegalArgumentException(name + " of " + record + " is not a " + type);
                }
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException("no public accessor " + name + " in " + record, e);
            }
            if (fields.put(name, field) != null) {
                throw new IllegalArgumentException(name + " is declared twice");
            }
            return this;
        }
    }
}
