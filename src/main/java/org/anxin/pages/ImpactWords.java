package org.anxin.pages;

import org.anxin.impact.BatchChange;
import org.anxin.impact.Change;
import org.anxin.impact.ImpactState;
import org.anxin.text.Bilingual;

/** What previews find, in words. */
final class ImpactWords {
    private ImpactWords() {}

    /** A kind of change for people. */
    static Bilingual of(Change kind) {
        return switch (kind) {
            case OVERDUE -> new Bilingual("新增逾期", "Newly overdue");
            case SUSPENDED -> new Bilingual("新增暂停经营", "Newly suspended");
            case BLOCKED -> new Bilingual("新增禁止入场", "Newly blocked");
            case CLEARED -> new Bilingual("恢复经营", "May trade again");
            case WARNED -> new Bilingual("新增预警", "Newly warned");
            case NO_LONGER_WARNED -> new Bilingual("不再预警", "No longer warned");
            case UNDECIDABLE -> new Bilingual("不再能判定", "Cannot be decided any more");
            case DECIDABLE -> new Bilingual("变为可判定", "Can be decided now");
            case OTHER -> new Bilingual("仅期限或依据改变", "Only due date or reason");
        };
    }

    /** How a number of this kind looks. */
    static String look(Change kind) {
        return switch (kind) {
            case OVERDUE, UNDECIDABLE -> "bad";
            case SUSPENDED, BLOCKED -> "stop";
            default -> "";
        };
    }

    /** A kind of change for batches. */
    static Bilingual of(BatchChange kind) {
        return switch (kind) {
            case ADMIT_TO_REVIEW -> new Bilingual("准入 → 待审核", "admitted → to be reviewed");
            case ADMIT_TO_REJECT -> new Bilingual("准入 → 不准入", "admitted → refused");
            case REVIEW_TO_ADMIT -> new Bilingual("待审核 → 准入", "to be reviewed → admitted");
            case REVIEW_TO_REJECT -> new Bilingual("待审核 → 不准入", "to be reviewed → refused");
            case REJECT_TO_ADMIT -> new Bilingual("不准入 → 准入", "refused → admitted");
            case REJECT_TO_REVIEW -> new Bilingual("不准入 → 待审核", "refused → to be reviewed");
            case UNDECIDABLE -> new Bilingual("不再能判定", "cannot be decided any more");
            case DECIDABLE -> new Bilingual("变为可判定", "can be decided now");
            case OTHER_FINDINGS -> new Bilingual("结论相同，问题不同", "same outcome, other findings");
        };
    }

    /** An outcome; empty for a batch that cannot be decided. */
    static Bilingual outcome(String code) {
        return switch (code) {
            case "ADMIT" -> new Bilingual("准入", "admitted");
            case "REVIEW" -> new Bilingual("待审核", "to be reviewed");
            case "REJECT" -> new Bilingual("不准入", "refused");
            default -> new Bilingual("无法判定", "cannot be decided");
        };
    }

    /** How an outcome looks. */
    static String outcomeMark(String code) {
        return switch (code) {
            case "ADMIT" -> "fine";
            case "REVIEW" -> "today";
            case "REJECT" -> "over";
            default -> "plain";
        };
    }

    /** How a preview stands. */
    static Bilingual of(ImpactState state) {
        return switch (state) {
            case RUNNING -> new Bilingual("进行中", "Running");
            case COMPLETED -> new Bilingual("已完成", "Complete");
            case FAILED -> new Bilingual("失败", "Failed");
        };
    }

    /** How that looks. */
    static String mark(ImpactState state) {
        return switch (state) {
            case RUNNING -> "tom";
            case COMPLETED -> "fine";
            case FAILED -> "over";
        };
    }
}
