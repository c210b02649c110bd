package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds conditions that no fact can satisfy, by trying one value of each class of every field they name. */
final class Contradiction {
    /** Conditions with more combinations than this are taken to be satisfiable. */
    private static final int MOST = 50_000;

    private final Condition condition;
    private final List<Field<?>> fields = new ArrayList<>();
    private final List<List<@Nullable Object>> examples = new ArrayList<>();

    private Contradiction(Condition condition) {
        this.condition = condition;
        Map<String, List<Condition.Comparison>> byField = new LinkedHashMap<>();
        condition.visit(comparison -> byField.computeIfAbsent(comparison.field().name(), name -> new ArrayList<>())
                .add(comparison));
        byField.values().forEach(comparisons -> {
            fields.add(comparisons.get(0).field());
            examples.add(examples(comparisons));
        });
    }

    /** Whether {@code condition} contradicts itself. */
    static boolean in(Condition condition) {
        Contradiction search = new Contradiction(condition);
        long combinations =
                search.examples.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(MOST + 1L, a * b));
        return combinations <= MOST && !search.satisfiable(0, new HashMap<>());
    }

    private boolean satisfiable(int next, Map<Field<?>, @Nullable Object> values) {
        if (next == fields.size()) {
            return condition.holds(values::get);
        }
        for (Object example : examples.get(next)) {
            values.put(fields.get(next), example);
            if (satisfiable(next + 1, values)) {
                return true;
            }
        }
        return false;
    }

    private static List<@Nullable Object> examples(List<Condition.Comparison> comparisons) {
        List<@Nullable Object> examples = new ArrayList<>();
        examples.add(null);
        for (Condition.Comparison comparison : comparisons) {
            if (comparison instanceof Condition.OneOf oneOf) {
                examples.addAll(oneOf.codes());
            } else if (comparison instanceof Condition.Truth) {
                examples.addAll(List.of(true, false));
            } else if (comparison instanceof Condition.Relation relation) {
                examples.addAll(List.of(relation.constant() - 1, relation.constant(), relation.constant() + 1));
            } else if (comparison instanceof Condition.Contains contains) {
                examples.addAll(List.of(Set.of(), Set.of(contains.code())));
            }
        }
        return examples;
    }
}
