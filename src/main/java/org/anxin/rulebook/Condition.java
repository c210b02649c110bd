package org.anxin.rulebook;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A checked condition on one fact: comparisons of fields with constants, joined by and / or. Negation has been pushed
 * down to the comparisons.
 */
sealed interface Condition {

    /** Whether it holds for a fact whose field values {@code values} gives. */
    boolean holds(Function<Field<?>, @Nullable Object> values);

    /** The condition as DRL, for the inside of a pattern. */
    String drl();

    /** Gives every comparison in it to {@code visitor}. */
    void visit(Consumer<Comparison> visitor);

    /** The condition that holds where this one does not. */
    Condition negated();

    /** Whether it provably means the same: no fact can tell the two apart. */
    default boolean means(Condition other) {
        return Contradiction.in(new And(List.of(this, other.negated())))
                && Contradiction.in(new And(List.of(other, negated())));
    }

    /** All parts hold. */
    record And(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Function<Field<?>, @Nullable Object> values) {
            return parts.stream().allMatch(part -> part.holds(values));
        }

        @Override
        public String drl() {
            return parts.isEmpty() ? "" : joined(parts, " && ");
        }

        @Override
        public Condition negated() {
            return new Or(parts.stream().map(Condition::negated).toList());
        }

        @Override
        public void visit(Consumer<Comparison> visitor) {
            parts.forEach(part -> part.visit(visitor));
        }
    }

    /** At least one part holds. */
    record Or(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Function<Field<?>, @Nullable Object> values) {
            return parts.stream().anyMatch(part -> part.holds(values));
        }

        @Override
        public String drl() {
            return joined(parts, " || ");
        }

        @Override
        public Condition negated() {
            return new And(parts.stream().map(Condition::negated).toList());
        }

        @Override
        public void visit(Consumer<Comparison> visitor) {
            parts.forEach(part -> part.visit(visitor));
        }
    }

    private static String joined(List<Condition> parts, String sign) {
        return parts.stream().map(Condition::drl).collect(Collectors.joining(sign, "(", ")"));
    }

    /** One field compared with constants. */
    sealed interface Comparison extends Condition {
        /** The field. */
        Field<?> field();

        /** Whether it holds for this value of the field. */
        boolean holds(@Nullable Object value);

        @Override
        default boolean holds(Function<Field<?>, @Nullable Object> values) {
            return holds(values.apply(field()));
        }

        @Override
        default void visit(Consumer<Comparison> visitor) {
            visitor.accept(this);
        }
    }

    /** A word or text is one of these, or is none of these; a missing one is none of them. */
    record OneOf(Field<?> field, List<String> codes, boolean wanted) implements Comparison {
        @Override
        public Condition negated() {
            return new OneOf(field, codes, !wanted);
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return codes.contains(value) == wanted;
        }

        @Override
        public String drl() {
            String sign = wanted ? " == " : " != ";
            return codes.stream()
                    .map(code -> field.name() + sign + '"' + code + '"')
                    .collect(Collectors.joining(wanted ? " || " : " && ", "(", ")"));
        }
    }

    /** A set of words contains this one, or does not. */
    record Contains(Field<?> field, String code, boolean wanted) implements Comparison {
        @Override
        public Condition negated() {
            return new Contains(field, code, !wanted);
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return value instanceof Set<?> set && set.contains(code) == wanted;
        }

        @Override
        public String drl() {
            return "(%s %scontains \"%s\")".formatted(field.name(), wanted ? "" : "not ", code);
        }
    }

    /** A yes-or-no field is true, or is false. */
    record Truth(Field<?> field, boolean wanted) implements Comparison {
        @Override
        public Condition negated() {
            return new Truth(field, !wanted);
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return Boolean.valueOf(wanted).equals(value);
        }

        @Override
        public String drl() {
            return "(%s == %s)".formatted(field.name(), wanted);
        }
    }

    /**
     * A whole number or day stands in a relation to a constant.
     *
     * @param ifMissing whether a missing one satisfies it
     */
    record Relation(Field<?> field, Sign sign, int constant, boolean ifMissing) implements Comparison {
        @Override
        public Condition negated() {
            return new Relation(field, sign.opposite(), constant, !ifMissing);
        }

        @Override
        public boolean holds(@Nullable Object value) {
            int number = value instanceof Integer known ? known : Days.NONE;
            return number == Days.NONE ? ifMissing : sign.holds(Integer.compare(number, constant));
        }

        @Override
        public String drl() {
            String missing = ifMissing ? "%s == %d || " : "%s != %d && ";
            return ("(" + missing + "%s %s %d)").formatted(field.name(), Days.NONE, field.name(), sign.text, constant);
        }
    }

    /** How two numbers relate. */
    enum Sign {
        EQUAL("=="),
        DIFFERENT("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        final String text;

        Sign(String text) {
            this.text = text;
        }

        static Sign of(String text) {
            for (Sign sign : values()) {
                if (sign.text.equals(text)) {
                    return sign;
                }
            }
            throw new IllegalArgumentException(text);
        }

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case DIFFERENT -> comparison != 0;
                case LESS -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case MORE -> comparison > 0;
                case AT_LEAST -> comparison >= 0;
            };
        }

        Sign opposite() {
            return switch (this) {
                case EQUAL -> DIFFERENT;
                case DIFFERENT -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_MOST -> MORE;
                case MORE -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }
    }
}
