package org.anxin.policy;

import org.anxin.rulebook.Fix;
import org.anxin.rulebook.Mistake;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One mistake as answers and reports write it: where, what is wrong, and what to do.
 *
 * @param fix the remedy as a change of the text; null where it is not known to the letter
 */
public record MistakeJson(
        String code,
        Mistake.Severity severity,
        String file,
        int line,
        int column,
        Bilingual message,
        Bilingual remedy,
        @Nullable FixJson fix) {

    /**
     * A change of a text.
     *
     * @param length how many characters of the line are replaced; 0 to insert
     */
    public record FixJson(String file, int line, int column, int length, String text) {
        static @Nullable FixJson of(@Nullable Fix fix) {
            return fix == null
                    ? null
                    : new FixJson(fix.at().file(), fix.at().line(), fix.at().column(), fix.length(), fix.text());
        }
    }

    /** That of a mistake. */
    public static MistakeJson of(Mistake mistake) {
        return new MistakeJson(
                mistake.code(),
                mistake.severity(),
                mistake.at().file(),
                mistake.at().line(),
                mistake.at().column(),
                mistake.cause(),
                mistake.remedy(),
                FixJson.of(mistake.fix()));
    }
}
