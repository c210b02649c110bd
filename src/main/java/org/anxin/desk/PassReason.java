package org.anxin.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anxin.admission.Finding;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;

/**
 * Why a pass does not count on a day.
 *
 * @param code a state of the batch, {@code NOT_YET_ADMITTED}, or the code of a finding made by rule
 */
public record PassReason(String code, Bilingual message) {
    private static final PassReason NOT_YET =
            new PassReason("NOT_YET_ADMITTED", new Bilingual("该日尚未准入。", "The batch is admitted from a later day on."));
    private static final PassReason REJECTED = new PassReason(
            "REJECTED", new Bilingual("此后重新判定为不得入场。", "The batch was rejected after it had been admitted."));
    private static final PassReason REVIEW = new PassReason(
            "REVIEW", new Bilingual("重新判定后尚待人工复核。", "The batch was decided again and waits for a person."));
    private static final PassReason RECALLED = new PassReason(
            "RECALLED", new Bilingual("因凭证被认定为虚假已召回。", "The batch is recalled: a document was found false."));

    /** All reasons; none if the pass counts. Every finding made by rule counts, since none says that it does not. */
    static List<PassReason> of(BatchState state, boolean early, List<Finding> findings, Words words) {
        List<PassReason> reasons = new ArrayList<>();
        if (early) {
            reasons.add(NOT_YET);
        }
        switch (state) {
            case REJECTED -> reasons.add(REJECTED);
            case REVIEW -> reasons.add(REVIEW);
            case RECALLED -> reasons.add(RECALLED);
            case ADMITTED -> {}
        }
        findings.stream().map(Finding::code).distinct().forEach(code -> reasons.add(of(code, words)));
        return List.copyOf(reasons);
    }

    /** The gate is told what is the matter, but not with which document of whom. */
    private static PassReason of(String code, Words words) {
        Bilingual name = words.name("finding", code);
        String en = name.en();
        return new PassReason(
                code,
                new Bilingual(name.zh() + "。", en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1) + "."));
    }
}
