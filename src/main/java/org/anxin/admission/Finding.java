package org.anxin.admission;

import org.anxin.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/** One thing wrong with a batch. */
public record Finding(
        String code,
        Severity severity,
        @Nullable String document,
        @Nullable String number,
        @Nullable String field,
        @Nullable String lot,
        Rule rule) {
    /** STUB until the admission feature is merged. */
    public org.anxin.text.Bilingual message() {
        return new org.anxin.text.Bilingual("缺少预防性消毒证明。", "The preventive disinfection certificate is missing.");
    }
}
