package org.anxin.rulebook;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A condition as an author may write it, and what it means, worked out without the rulebook.
 *
 * @param text between the parentheses of a pattern
 * @param meaning whether it holds for the values of a fact's fields
 */
record RandomCondition(String text, Predicate<Function<Field<?>, @Nullable Object>> meaning) {

    /** Makes conditions on facts of one type. */
    record Maker(FactType<?> type, RandomFacts facts, Random random) {

        /** A condition nested at most so deep. */
        RandomCondition make(int depth) {
            int form = depth == 0 ? 0 : random.nextInt(6);
            if (form <= 1) {
                return comparison();
            }
            RandomCondition a = make(depth - 1);
            if (form == 2) {
                return new RandomCondition("!(" + a.text + ")", a.meaning.negate());
            }
            RandomCondition b = make(depth - 1);
            return form <= 4
                    ? new RandomCondition("(" + a.text + ") && (" + b.text + ")", a.meaning.and(b.meaning))
                    : new RandomCondition("(" + a.text + ") || (" + b.text + ")", a.meaning.or(b.meaning));
        }

        /** Several, with commas, which bind least. */
        RandomCondition joined() {
            RandomCondition a = make(3);
            RandomCondition b = make(2);
            return random.nextBoolean() ? a : new RandomCondition(a.text + ", " + b.text, a.meaning.and(b.meaning));
        }

        private RandomCondition comparison() {
            Field<?> field = facts.pick(List.copyOf(type.fields()));
            if (field instanceof Field.Word<?> word) {
                return oneOf(field, () -> facts.word(word.kind()), UnaryOperator.identity());
            } else if (field instanceof Field.Text<?> text) {
                return oneOf(field, facts::text, text.form());
            } else if (field instanceof Field.WordSet<?> set) {
                String code = facts.word(set.kind());
                boolean not = random.nextBoolean();
                return of(
                        field,
                        (not ? "not contains \"" : "contains \"") + code + '"',
                        value -> ((Set<?>) value).contains(code) != not);
            } else if (field instanceof Field.Flag) {
                return flag(field);
            }
            return random.nextInt(4) == 0 ? listed(field) : related(field);
        }

        private RandomCondition oneOf(Field<?> field, Supplier<String> some, UnaryOperator<String> form) {
            List<String> codes =
                    Stream.generate(some).limit(1 + random.nextInt(4)).toList();
            boolean not = random.nextBoolean();
            String list = codes.stream().map(code -> '"' + code + '"').collect(Collectors.joining(", "));
            String sign = codes.size() > 1
                    ? (not ? "not in (" + list + ")" : "in (" + list + ")")
                    : (not ? "!= " : "== ") + list;
            List<String> formed = codes.stream().map(form).toList();
            return of(field, sign, value -> value == null ? not : formed.contains(value) != not);
        }

        private RandomCondition flag(Field<?> field) {
            String sign = facts.pick(List.of("", "== true", "== false", "!= true", "!= false", "!"));
            boolean wanted = sign.isEmpty() || sign.equals("== true") || sign.equals("!= false");
            Predicate<Function<Field<?>, @Nullable Object>> meaning =
                    values -> Boolean.valueOf(wanted).equals(values.apply(field));
            return new RandomCondition(sign.equals("!") ? "!" + field.name() : field.name() + " " + sign, meaning);
        }

        private RandomCondition listed(Field<?> field) {
            List<Integer> constants =
                    Stream.generate(() -> constant(field)).limit(3).toList();
            boolean not = random.nextBoolean();
            String list = constants.stream()
                    .map(constant -> written(field, constant))
                    .collect(Collectors.joining(", ", "in (", ")"));
            return of(field, (not ? "not " : "") + list, value -> constants.contains(value) != not);
        }

        private RandomCondition related(Field<?> field) {
            int constant = constant(field);
            String sign = facts.pick(List.of("==", "!=", "<", "<=", ">", ">="));
            IntPredicate holds = switch (sign) {
                case "==" -> value -> value == constant;
                case "!=" -> value -> value != constant;
                case "<" -> value -> value < constant;
                case "<=" -> value -> value <= constant;
                case ">" -> value -> value > constant;
                default -> value -> value >= constant;
            };
            return of(
                    field,
                    sign + " " + written(field, constant),
                    value -> value == null ? sign.equals("!=") : holds.test((int) value));
        }

        private int constant(Field<?> field) {
            int constant = facts.number(field);
            return constant == Days.NONE ? constant(field) : constant;
        }

        private static String written(Field<?> field, int constant) {
            return field instanceof Field.Day ? '"' + Days.text(constant) + '"' : String.valueOf(constant);
        }

        private static RandomCondition of(Field<?> field, String comparison, Predicate<@Nullable Object> holds) {
            return new RandomCondition(field.name() + " " + comparison, values -> holds.test(values.apply(field)));
        }
    }
}
