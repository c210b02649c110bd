package org.anxin.rulebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions that no fact can satisfy. Fields are independent of each other, so comparisons that all have to hold
 * contradict each other only field by field; of alternatives each is tried.
 */
final class Contradiction {
    /** Conditions that take more steps than this are taken to be satisfiable. */
    private static final int MOST_STEPS = 50_000;

    private final Map<Field<?>, List<Condition.Comparison>> holding = new HashMap<>();
    private int steps;

    private Contradiction() {}

    /** Whether {@code condition} contradicts itself. */
    static boolean in(Condition condition) {
        return !new Contradiction().satisfiable(new ArrayDeque<>(List.of(condition)));
    }

    /** Whether all of {@code open} can hold together with what holds already; leaves {@code open} as it was. */
    private boolean satisfiable(Deque<Condition> open) {
        if (open.isEmpty() || steps > MOST_STEPS) {
            return true;
        }
        Condition next = open.pop();
        boolean satisfiable;
        if (next instanceof Condition.Comparison comparison) {
            satisfiable = holds(comparison, open);
        } else if (next instanceof Condition.And and) {
            Deque<Condition> all = new ArrayDeque<>(open);
            and.parts().forEach(all::push);
            satisfiable = satisfiable(all);
        } else {
            satisfiable = ((Condition.Or) next).parts().stream().anyMatch(part -> {
                open.push(part);
                boolean holds = satisfiable(open);
                open.pop();
                return holds;
            });
        }
        open.push(next);
        return satisfiable;
    }

    private boolean holds(Condition.Comparison comparison, Deque<Condition> open) {
        List<Condition.Comparison> ofField = holding.computeIfAbsent(comparison.field(), field -> new ArrayList<>());
        ofField.add(comparison);
        boolean holds = examples(ofField).anyMatch(value -> ofField.stream().allMatch(each -> holds(each, value)))
                && satisfiable(open);
        ofField.remove(ofField.size() - 1);
        return holds;
    }

    private boolean holds(Condition.Comparison comparison, @Nullable Object value) {
        return ++steps > MOST_STEPS || comparison.holds(value);
    }

    /** A value of each class into which the comparisons divide the values of their field. */
    private static Stream<@Nullable Object> examples(List<Condition.Comparison> comparisons) {
        List<@Nullable Object> examples = new ArrayList<>();
        Set<String> contained = new HashSet<>();
        examples.add(null);
        for (Condition.Comparison comparison : comparisons) {
            if (comparison instanceof Condition.OneOf oneOf) {
                examples.addAll(oneOf.codes());
            } else if (comparison instanceof Condition.Truth) {
                examples.addAll(List.of(true, false));
            } else if (comparison instanceof Condition.Relation relation) {
                examples.addAll(List.of(relation.constant() - 1, relation.constant(), relation.constant() + 1));
            } else if (comparison instanceof Condition.Contains contains && contains.wanted()) {
                contained.add(contains.code());
            }
        }
        // Of sets, the one that has just what it must have.
        examples.add(contained);
        return examples.stream();
    }
}
