package org.anxin.admission;

import java.util.Comparator;
import org.anxin.rulebook.Rule;
import org.anxin.text.Bilingual;
import org.anxin.text.CodePointOrder;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a batch (SPEC section 5).
 *
 * @param code a declared word of the kind {@code finding}
 * @param document type of the document meant, null if none is
 * @param number of the one document meant, as sent; null if it is blank or no single document is meant
 * @param field the field meant, as the HTTP contract calls it, null if none is
 * @param lot the declared lot number, as sent; null if it is blank or no lot is meant
 * @param rule the rule that made it
 * @param grounds what it rests on
 */
public record Finding(
        String code,
        Severity severity,
        @Nullable String document,
        @Nullable String number,
        @Nullable String field,
        @Nullable String lot,
        Rule rule,
        Grounds grounds) {

    /** By what tells findings apart: code, document, number, field, lot; null first, text by code point. */
    static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::code, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::document, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::number, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::field, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::lot, CodePointOrder.NULL_FIRST);

    /** Of findings at one place the heaviest comes first, then the one whose rule's id does. */
    static final Comparator<Finding> BY_PLACE_AND_WEIGHT = BY_PLACE.thenComparing(
                    Finding::severity, Comparator.reverseOrder())
            .thenComparing(finding -> finding.rule().id(), CodePointOrder.NULL_FIRST);

    /** What was found, with the dates, numbers and names it rests on. Made anew on each call. */
    public Bilingual message() {
        return Messages.of(this);
    }
}
