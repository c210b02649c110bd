package org.anxin.rulebook;

import java.util.List;

/**
 * One rule as written, before anything in it is checked.
 *
 * @param at the word {@code rule}
 * @param name its name
 * @param nameAt where the name begins
 */
record RuleTree(Position at, String name, Position nameAt, List<Annotation> annotations, Pattern pattern, Call verb) {

    /** {@code @name("value")}. */
    record Annotation(Position at, String name, String value, Position valueAt) {}

    /** {@code $binding : Fact( condition )}. */
    record Pattern(Position at, String binding, String fact, Position factAt, Condition condition) {}

    /** What stands between the parentheses of a pattern. */
    sealed interface Condition {
        /** All hold; none given means always. */
        record All(List<Condition> parts) implements Condition {}

        /** At least one holds. */
        record Any(List<Condition> parts) implements Condition {}

        /** It does not hold. */
        record Not(Condition part) implements Condition {}

        /**
         * A field compared with constants.
         *
         * @param operator {@code ==}, {@code <} …, {@code in}, {@code not in}, {@code contains}, {@code not contains}, or
         *     empty for a bare yes-or-no field
         */
        record Comparison(Position at, String field, String operator, Position operatorAt, List<Literal> values)
                implements Condition {}
    }

    /** An argument of a verb or a phrase. */
    sealed interface Argument {
        Position at();
    }

    /** A constant. */
    record Literal(Position at, Kind kind, String text) implements Argument {
        enum Kind {
            TEXT,
            NUMBER,
            TRUTH
        }
    }

    /** {@code $binding}. */
    record Binding(Position at, String name) implements Argument {}

    /** {@code every(3).days()}: at least one call. */
    record Phrase(Position at, List<Call> calls) implements Argument {}

    /**
     * {@code name( arguments )}.
     *
     * @param receiver what stands before the dot of a verb; empty in a phrase
     */
    record Call(Position at, String receiver, String name, Position nameAt, List<Argument> arguments) {}
}
