package org.anxin.registry;

import java.util.Arrays;
import java.util.List;
import org.anxin.rulebook.Words;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether stored facts can be decided by a ruleset. Words come as the same few objects again and again, so those found
 * declared are remembered as objects. For one thread.
 */
public final class WordCheck {
    private final Declared marketTypes;
    private final Declared categories;
    private final Declared results;

    /** @param words of the ruleset */
    public WordCheck(Words words) {
        marketTypes = new Declared(words, "marketType");
        categories = new Declared(words, "category");
        results = new Declared(words, "result");
    }

    /** Why these facts cannot be decided, or null if they can. */
    public @Nullable Undecidable of(Person facts) {
        List<Assignment> assignments = facts.assignments();
        for (int i = 0, n = assignments.size(); i < n; i++) {
            if (!marketTypes.has(assignments.get(i).marketType())) {
                return Undecidable.MARKET_TYPE_UNDECLARED;
            }
            if (!categories.has(assignments.get(i).category())) {
                return Undecidable.CATEGORY_UNDECLARED;
            }
        }
        List<Sample> samples = facts.samples();
        for (int i = 0, n = samples.size(); i < n; i++) {
            if (!results.has(samples.get(i).result())) {
                return Undecidable.RESULT_UNDECLARED;
            }
        }
        return null;
    }

    /** The declared words of one kind. */
    private static final class Declared {
        private static final int FEW = 16;

        private final Words words;
        private final String kind;
        private @Nullable String[] seen = new String[0];

        Declared(Words words, String kind) {
            this.words = words;
            this.kind = kind;
        }

        @SuppressWarnings("ReferenceEquality") // Equal words that are other objects are looked up.
        boolean has(String word) {
            for (String one : seen) {
                if (one == word) {
                    return true;
                }
            }
            boolean declared = words.find(kind, word) != null;
            if (declared && seen.length < FEW) {
                seen = Arrays.copyOf(seen, seen.length + 1);
                seen[seen.length - 1] = word;
            }
            return declared;
        }
    }
}
