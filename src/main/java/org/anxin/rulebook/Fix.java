package org.anxin.rulebook;

import java.util.Collection;
import org.anxin.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * A remedy that a program can carry out: what stands at a place is replaced. An editor offers it beside the mistake; whether
 * it is what the author meant is for the author to say.
 *
 * @param at where the text that is replaced begins; it may be another file than the mistake's
 * @param length how many characters (Unicode code points) of that line are replaced; 0 to insert
 * @param text what is written there; may have several lines
 */
public record Fix(Position at, int length, String text) {
    /** The choice nearest to what was typed, or null if none is near. */
    static @Nullable Fix nearest(Position at, String typed, Collection<String> choices) {
        return replacing(at, typed, Nearest.to(typed, choices));
    }

    /** The same inside the quotes that begin at {@code at}. */
    static @Nullable Fix nearestText(Position at, String typed, Collection<String> choices) {
        return replacingText(at, typed, Nearest.to(typed, choices));
    }

    /** Another word in place of what was typed; null if there is none. */
    static @Nullable Fix replacing(Position at, String typed, @Nullable String meant) {
        return meant == null ? null : new Fix(at, points(typed), meant);
    }

    /** Another text between the quotes that begin at {@code at}; null if there is none. */
    static @Nullable Fix replacingText(Position at, String typed, @Nullable String meant) {
        return replacing(after(at, 1), typed, meant);
    }

    /** Another text in place of a constant, with quotes where it has none; null if there is none. */
    static @Nullable Fix replacing(RuleTree.Literal value, @Nullable String meant) {
        return value.kind() == RuleTree.Literal.Kind.TEXT
                ? replacingText(value.at(), value.text(), meant)
                : replacing(value.at(), value.text(), meant == null ? null : "\"" + meant + "\"");
    }

    /** Something more behind a text that begins with its quote at {@code at}. */
    static Fix behindText(Position at, String typed, String more) {
        return new Fix(after(at, points(typed) + 2), 0, more);
    }

    private static Position after(Position at, int characters) {
        return new Position(at.file(), at.line(), at.column() + characters);
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }
}
