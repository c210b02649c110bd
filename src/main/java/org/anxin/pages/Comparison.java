package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * How the rules decide about somebody or something, as they stand and with the change, side by side.
 *
 * @param id of the person or batch
 * @param name masked; null for pasted facts
 * @param address of its page; null for pasted facts
 * @param summary what the change does, in a sentence
 * @param lines the decision, then each reason
 */
public record Comparison(
        String id, @Nullable String name, @Nullable String address, Bilingual summary, List<Line> lines) {

    /** Whether the change makes a difference. */
    public boolean isDifferent() {
        return lines.stream().anyMatch(Line::isDifferent);
    }

    /** What became of a line. */
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * A part of a decision.
     *
     * @param what it is about
     * @param rule id of the rule that is the reason; null for the decision itself
     * @param directive which that rule carries out; null for the decision itself
     * @param before null if it is not there without the change
     * @param after null if it is not there with the change
     */
    public record Line(
            Bilingual what,
            @Nullable String rule,
            @Nullable Bilingual directive,
            @Nullable Cell before,
            @Nullable Cell after) {

        /** Both sides; one that is not there is not shown. */
        public List<Cell> cells() {
            return List.of(before == null ? Cell.NONE : before, after == null ? Cell.NONE : after);
        }

        /** Whether the change makes a difference to it. */
        public boolean isDifferent() {
            return kind() != Kind.SAME;
        }

        /** What became of it. */
        public Kind kind() {
            if (before == null) {
                return Kind.ADDED;
            }
            return after == null ? Kind.REMOVED : before.equals(after) ? Kind.SAME : Kind.CHANGED;
        }
    }

    /**
     * One side of a line.
     *
     * @param mark how it looks; empty for plain text
     * @param detail why; null if there is nothing to add
     */
    public record Cell(
            Bilingual text, String mark, @Nullable Bilingual detail) {
        private static final Cell NONE = of(new Bilingual("", ""));

        /** Whether there is anything on this side. */
        public boolean isShown() {
            return !text.zh().isEmpty();
        }

        static Cell of(Bilingual text) {
            return new Cell(text, "", null);
        }
    }
}
