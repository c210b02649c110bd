package org.anxin.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.RuleFiles;

/** The shipped rule files, and edits of them as policy staff would make them. */
public record RuleTexts(Map<String, String> texts) {

    /** The files in {@code src/main/resources/rules}. */
    public static RuleTexts shipped() {
        try {
            return new RuleTexts(
                    RuleFiles.read(Path.of("src/main/resources/rules")).texts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that must be there, and be there once. */
    public RuleTexts replacing(String file, String old, String fresh) {
        String text = Objects.requireNonNull(texts.get(file), file);
        if (text.indexOf(old) < 0 || text.indexOf(old) != text.lastIndexOf(old)) {
            throw new IllegalArgumentException(file + " does not hold exactly one " + old);
        }
        return with(file, text.replace(old, fresh));
    }

    /** Adds a file, or replaces one. */
    public RuleTexts with(String file, String text) {
        Map<String, String> changed = new TreeMap<>(texts);
        changed.put(file, text);
        return new RuleTexts(changed);
    }

    /** Leaves files out. */
    public RuleTexts without(Predicate<String> file) {
        Map<String, String> left = new TreeMap<>(texts);
        left.keySet().removeIf(file);
        return new RuleTexts(left);
    }

    /** Adds lines at the end of a file. */
    public RuleTexts appending(String file, String lines) {
        return with(file, Objects.requireNonNull(texts.get(file), file) + lines);
    }

    /** What the check says of them. */
    public PolicyCheck.Result check() {
        return PolicyCheck.of(RuleFiles.of(texts));
    }

    /** The policy they make; fails with the mistakes if they make none. */
    public Policy policy() {
        PolicyCheck.Result result = check();
        Policy policy = result.policy();
        if (policy == null) {
            throw new AssertionError(
                    result.mistakes().stream().map(Mistake::text).collect(Collectors.joining("\n")));
        }
        return policy;
    }
}
