package org.anxin.onboarding;

import java.util.Comparator;
import java.util.List;
import org.anxin.rulebook.Rule;
import org.anxin.text.Bilingual;
import org.anxin.text.CodePointOrder;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody lacks, or that a list does.
 *
 * @param subject of whom
 * @param id of the operator or person
 * @param operatorIds for whom a person works that day, by id; empty for operators
 * @param operatorId the operator whose list is meant; null if none is
 * @param concern which list it belongs to
 * @param code a declared word of the kind {@code finding}
 * @param rule the rule that made it
 * @param message the word's name as a sentence
 */
public record Finding(
        Subject subject,
        String id,
        List<String> operatorIds,
        @Nullable String operatorId,
        Concern concern,
        Severity severity,
        String code,
        Rule rule,
        Bilingual message) {

    /** Whom a finding is about. */
    public enum Subject {
        OPERATOR,
        PERSON
    }

    /** By what tells findings apart. */
    static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::subject)
            .thenComparing(Finding::id, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::operatorId, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::concern)
            .thenComparing(Finding::code, CodePointOrder.NULL_FIRST);

    /** Of findings at one place the heaviest comes first, then the one whose rule's id does. */
    static final Comparator<Finding> BY_PLACE_AND_WEIGHT = BY_PLACE.thenComparing(
                    Finding::severity, Comparator.reverseOrder())
            .thenComparing(finding -> finding.rule().id(), CodePointOrder.NULL_FIRST);
}
