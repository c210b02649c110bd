package org.anxin.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the rules changes in another.
 *
 * @param files by path; those that are the same are left out
 * @param rules by id; those that say the same are left out
 */
public record RulesetDiff(List<FileChange> files, List<RuleChange> rules) {
    private static final int LINES_AROUND = 3;

    /** What became of a file or a rule. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What of a rule became different. */
    public enum Part {
        /** To whom or what it applies. */
        CONDITION,
        /** How often people are to be tested. */
        CADENCE,
        /** From when to when that is in force. */
        WINDOW,
        /** What it says otherwise. */
        CONSEQUENCE,
        /** Its names in either language. */
        TITLE,
        /** The document that it carries out. */
        DIRECTIVE
    }

    /**
     * A file that differs.
     *
     * @param path within the rule directory
     * @param lines a unified diff, with three lines around each change
     */
    public record FileChange(String path, Kind kind, List<String> lines) {}

    /**
     * A rule that says something else.
     *
     * @param rule its id
     * @param parts what became different; empty unless it was changed
     * @param before null if it was added
     * @param after null if it was removed
     */
    public record RuleChange(
            String rule,
            Kind kind,
            SortedSet<Part> parts,
            @Nullable Place before,
            @Nullable Place after) {}

    /**
     * Where a rule stands, and how it reads.
     *
     * @param line from 1
     * @param text its lines
     */
    public record Place(String file, int line, String text) {}

    /** What {@code after} changes in {@code before}. */
    public static RulesetDiff of(Ruleset before, Ruleset after) {
        return new RulesetDiff(files(before.files(), after.files()), rules(before, after));
    }

    /** By file alone, whether or not the files make a ruleset. */
    public static List<FileChange> files(RuleFiles before, RuleFiles after) {
        Map<String, String> old = before.texts();
        Map<String, String> fresh = after.texts();
        SortedSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(fresh.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String path : paths) {
            String was = old.get(path);
            String is = fresh.get(path);
            if (!Objects.equals(was, is)) {
                changes.add(new FileChange(path, kind(was, is), lines(path, was, is)));
            }
        }
        return changes;
    }

    private static Kind kind(@Nullable Object before, @Nullable Object after) {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    private static List<String> lines(String path, @Nullable String before, @Nullable String after) {
        List<String> old = split(before);
        return UnifiedDiffUtils.generateUnifiedDiff(
                before == null ? "/dev/null" : path,
                after == null ? "/dev/null" : path,
                old,
                DiffUtils.diff(old, split(after)),
                LINES_AROUND);
    }

    private static List<String> split(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private static List<RuleChange> rules(Ruleset before, Ruleset after) {
        SortedMap<String, Firing> old = byId(before);
        SortedMap<String, Firing> fresh = byId(after);
        SortedSet<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(fresh.keySet());
        List<RuleChange> changes = new ArrayList<>();
        for (String id : ids) {
            Firing was = old.get(id);
            Firing is = fresh.get(id);
            SortedSet<Part> parts = was == null || is == null
                    ? new TreeSet<>()
                    : parts(was, before.condition(id), is, after.condition(id));
            if (was == null || is == null || !parts.isEmpty()) {
                changes.add(new RuleChange(id, kind(was, is), parts, place(before, was), place(after, is)));
            }
        }
        return changes;
    }

    private static SortedMap<String, Firing> byId(Ruleset ruleset) {
        SortedMap<String, Firing> byId = new TreeMap<>();
        ruleset.laid().forEach(laid -> byId.put(laid.rule().id(), laid));
        return byId;
    }

    private static SortedSet<Part> parts(Firing was, String conditionBefore, Firing is, String conditionAfter) {
        SortedSet<Part> parts = new TreeSet<>();
        if (!conditionBefore.equals(conditionAfter)) {
            parts.add(Part.CONDITION);
        }
        addConsequence(parts, was.consequence(), is.consequence());
        if (!was.rule().title().equals(is.rule().title())) {
            parts.add(Part.TITLE);
        }
        if (!was.rule().directive().equals(is.rule().directive())) {
            parts.add(Part.DIRECTIVE);
        }
        return parts;
    }

    private static void addConsequence(SortedSet<Part> parts, Object before, Object after) {
        if (before instanceof Terms was && after instanceof Terms is) {
            if (!was.cadence().equals(is.cadence())) {
                parts.add(Part.CADENCE);
            }
            if (!was.windows().equals(is.windows())) {
                parts.add(Part.WINDOW);
            }
        } else if (!before.equals(after)) {
            parts.add(Part.CONSEQUENCE);
        }
    }

    private static @Nullable Place place(Ruleset ruleset, @Nullable Firing laid) {
        if (laid == null) {
            return null;
        }
        Rule rule = laid.rule();
        return new Place(rule.file(), rule.line(), ruleset.text(rule));
    }
}
