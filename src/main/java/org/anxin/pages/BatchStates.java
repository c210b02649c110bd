package org.anxin.pages;

import org.anxin.admission.Outcome;
import org.anxin.desk.BatchState;
import org.anxin.desk.DecisionCause;
import org.anxin.text.Bilingual;

/** How states, outcomes and causes look and read. */
final class BatchStates {
    private BatchStates() {}

    /** What people read for a state. */
    static Bilingual name(BatchState state) {
        return switch (state) {
            case ADMITTED -> new Bilingual("准入", "admitted");
            case REVIEW -> new Bilingual("待复核", "waits for a person");
            case REJECTED -> new Bilingual("不得入场", "refused");
            case RECALLED -> new Bilingual("已召回", "recalled");
        };
    }

    /** How a state looks. */
    static String mark(BatchState state) {
        return switch (state) {
            case ADMITTED -> "fine";
            case REVIEW -> "today";
            case REJECTED -> "over";
            case RECALLED -> "stop";
        };
    }

    /** What people read for an outcome. */
    static Bilingual name(Outcome outcome) {
        return name(state(outcome));
    }

    /** How an outcome looks. */
    static String mark(Outcome outcome) {
        return mark(state(outcome));
    }

    private static BatchState state(Outcome outcome) {
        return switch (outcome) {
            case ADMIT -> BatchState.ADMITTED;
            case REVIEW -> BatchState.REVIEW;
            case REJECT -> BatchState.REJECTED;
        };
    }

    /** Why it was decided. */
    static Bilingual name(DecisionCause cause) {
        return switch (cause) {
            case DECLARED -> new Bilingual("申报", "declared");
            case DOCUMENT_ADDED -> new Bilingual("补交凭证", "document added");
            case ASKED -> new Bilingual("要求重新判定", "decided again");
        };
    }
}
