package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the mistakes of all files; of each file the first hundred errors and warnings, since nobody reads more. */
final class Mistakes {
    static final int MOST_OF_A_FILE = 100;

    private final List<Mistake> kept = new ArrayList<>();
    private final Map<String, Integer> errors = new HashMap<>();
    private final Map<String, Integer> warnings = new HashMap<>();
    private int fatal;

    void add(Mistake mistake) {
        fatal += mistake.fatal() ? 1 : 0;
        Map<String, Integer> counts = mistake.fatal() ? errors : warnings;
        if (counts.merge(mistake.at().file(), 1, Integer::sum) <= MOST_OF_A_FILE) {
            kept.add(mistake);
        }
    }

    void addAll(List<Mistake> mistakes) {
        mistakes.forEach(this::add);
    }

    /** How many, so far, keep the files from going live. */
    int fatal() {
        return fatal;
    }

    /** Sorted by place; the last error of a file that has more is how many more. */
    List<Mistake> sorted() {
        List<Mistake> sorted = new ArrayList<>(kept);
        errors.forEach((file, count) -> {
            if (count > MOST_OF_A_FILE) {
                sorted.add(MistakeCode.MORE_MISTAKES.at(lastIn(file), count - MOST_OF_A_FILE));
            }
        });
        sorted.sort(Comparator.comparing(Mistake::at).thenComparing(Mistake::text));
        return List.copyOf(sorted);
    }

    private Position lastIn(String file) {
        return kept.stream()
                .map(Mistake::at)
                .filter(at -> at.file().equals(file))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
