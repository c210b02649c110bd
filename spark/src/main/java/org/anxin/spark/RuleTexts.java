package org.anxin.spark;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.anxin.policy.Policy;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Ruleset;
import org.jspecify.annotations.Nullable;

/**
 * The rules as they travel to executors: texts. Each executor compiles them once, whatever the number of its tasks.
 *
 * @param id of the ruleset that they are
 * @param texts by path within the rule directory
 */
record RuleTexts(String id, Map<String, String> texts) implements Serializable {
    private static final Map<String, Policy> COMPILED = new ConcurrentHashMap<>();

    /** Rules with mistakes. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    static RuleTexts of(Map<String, String> texts) {
        RuleFiles files = RuleFiles.of(texts);
        return new RuleTexts(files.id(), new TreeMap<>(files.texts()));
    }

    /**
     * The rules, ready to decide.
     *
     * @throws RefusedException if they have mistakes, with all of them
     */
    Policy policy() {
        return COMPILED.computeIfAbsent(id, unknown -> compiled(texts));
    }

    private static Policy compiled(Map<String, String> texts) {
        var read = Policy.RULEBOOK.read(RuleFiles.of(texts));
        @Nullable Ruleset ruleset = read.ruleset();
        if (ruleset == null) {
            StringBuilder mistakes = new StringBuilder();
            read.mistakes().forEach(mistake -> mistakes.append(mistake.text()).append('\n'));
            throw new RefusedException(mistakes.toString());
        }
        return Policy.of(ruleset);
    }
}
