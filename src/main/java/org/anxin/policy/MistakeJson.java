package org.anxin.policy;

import org.anxin.rulebook.Mistake;
import org.anxin.text.Bilingual;

/** One mistake as answers and reports write it: where, what is wrong, and what to do. */
public record MistakeJson(
        String code,
        Mistake.Severity severity,
        String file,
        int line,
        int column,
        Bilingual message,
        Bilingual remedy) {

    /** That of a mistake. */
    public static MistakeJson of(Mistake mistake) {
        return new MistakeJson(
                mistake.code(),
                mistake.severity(),
                mistake.at().file(),
                mistake.at().line(),
                mistake.at().column(),
                mistake.cause(),
                mistake.remedy());
    }
}
