package org.anxin.rulebook;

import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something an author got wrong: where, what, and what to do about it.
 *
 * @param code stable code, one per kind of mistake
 * @param severity a ruleset with an {@link Severity#ERROR} does not go live
 * @param at where
 * @param cause what is wrong
 * @param remedy what to write instead
 * @param fix the remedy as a change of the text; null where it is not known to the letter
 */
public record Mistake(
        String code,
        Severity severity,
        Position at,
        Bilingual cause,
        Bilingual remedy,
        @Nullable Fix fix) {
    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Whether it keeps the files from going live. */
    public boolean fatal() {
        return severity == Severity.ERROR;
    }

    /** The same with a fix, if there is one. */
    public Mistake fixedBy(@Nullable Fix change) {
        return new Mistake(code, severity, at, cause, remedy, change);
    }

    /** One line for a terminal or a log: {@code file:line:column CODE}, then cause and remedy in both languages. */
    public String text() {
        return "%s:%d:%d %s %s%s / %s %s"
                .formatted(at.file(), at.line(), at.column(), code, cause.zh(), remedy.zh(), cause.en(), remedy.en());
    }
}
