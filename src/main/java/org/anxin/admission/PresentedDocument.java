package org.anxin.admission;

import org.anxin.rulebook.FactType;
import org.jspecify.annotations.Nullable;

/**
 * What rules see of one document presented with a batch, on one day (SPEC section 5). Its differences are between the
 * document and the declaration, where both are filled in.
 *
 * @param type a declared word of the kind {@code document}
 * @param result a declared word of the kind {@code result}, null if missing
 * @param flags the yes-or-no fields, packed
 * @param daysValid days from entry to the last day of validity; below 0 if it expired before entry. Like the other
 *     numbers {@link org.anxin.time.Days#NONE} where one of the two dates is missing
 * @param daysSinceIssued days from issue to entry
 * @param daysSinceSampled days from sampling to entry
 * @param asOf epoch day of the decision
 * @param entry epoch day of entry, {@link org.anxin.time.Days#NONE} if unknown
 */
public record PresentedDocument(
        String type,
        @Nullable String result,
        int flags,
        int daysValid,
        int daysSinceIssued,
        int daysSinceSampled,
        int asOf,
        int entry) {
    static final int NUMBER_BLANK = 1;
    static final int DATE_OF_ISSUE_MISSING = 1 << 1;
    static final int VALID_UNTIL_MISSING = 1 << 2;
    static final int SAMPLED_ON_MISSING = 1 << 3;
    static final int HOLDER_BLANK = 1 << 4;
    static final int GOODS_NAME_BLANK = 1 << 5;
    static final int ORIGIN_BLANK = 1 << 6;
    static final int LOTS_MISSING = 1 << 7;
    static final int RESULT_MISSING = 1 << 8;
    static final int ORIGIN_DIFFERS = 1 << 9;
    static final int GOODS_NAME_DIFFERS = 1 << 10;
    static final int HOLDER_DIFFERS = 1 << 11;
    static final int DATE_OF_ISSUE_IN_FUTURE = 1 << 12;
    static final int SAMPLED_IN_FUTURE = 1 << 13;
    static final int SAMPLED_AFTER_ISSUED = 1 << 14;
    static final int DATE_OF_ISSUE_AFTER_ENTRY = 1 << 15;
    static final int COLD_CHAIN = 1 << 16;

    /** The fact as rule authors know it. */
    static final FactType<PresentedDocument> TYPE = FactType.of(
                    PresentedDocument.class, "提交的一份凭证", "one document presented")
            .flags(PresentedDocument::flags)
            .word("type", "document", word -> true, PresentedDocument::type, "凭证类型", "type of the document")
            .word("result", "result", PresentedDocument::result, "检测结果", "result of the test")
            .flag("numberBlank", 0, "未填写编号", "it has no number")
            .flag("dateOfIssueMissing", 1, "未填写签发日期", "its date of issue is missing")
            .flag("validUntilMissing", 2, "未填写有效期", "its last day of validity is missing")
            .flag("sampledOnMissing", 3, "未填写采样日期", "its date of sampling is missing")
            .flag("holderBlank", 4, "未填写持有人", "it names no holder")
            .flag("goodsNameBlank", 5, "未填写货物名称", "it names no goods")
            .flag("originBlank", 6, "未填写原产地", "it names no origin")
            .flag("lotsMissing", 7, "未列明批号", "it lists no lots")
            .flag("resultMissing", 8, "没有检测结果", "it has no result")
            .flag("originDiffers", 9, "原产地与申报不一致", "its origin differs from the declared one")
            .flag("goodsNameDiffers", 10, "货物名称与申报不一致", "its goods name differs from the declared one")
            .flag("holderDiffers", 11, "持有人与申报的供货者不一致", "its holder is not the declared supplier")
            .flag("dateOfIssueInFuture", 12, "签发日期晚于判定日", "issued after the day of the decision")
            .flag("sampledInFuture", 13, "采样日期晚于判定日", "sampled after the day of the decision")
            .flag("sampledAfterIssued", 14, "采样日期晚于签发日期", "sampled after it was issued")
            .flag("dateOfIssueAfterEntry", 15, "签发日期晚于入场日", "issued after the day of entry")
            .flag("coldChain", 16, "货物为冷链货物", "the batch is of cold-chain goods")
            .number("daysValid", PresentedDocument::daysValid, "入场日起剩余有效天数", "days of validity left at entry")
            .number("daysSinceIssued", PresentedDocument::daysSinceIssued, "签发至入场的天数", "days from issue to entry")
            .number("daysSinceSampled", PresentedDocument::daysSinceSampled, "采样至入场的天数", "days from sampling to entry")
            .day("asOf", PresentedDocument::asOf, "判定日", "day of the decision")
            .day("entry", PresentedDocument::entry, "入场日", "day of entry")
            .build();

    /** Whether the document has no number. */
    public boolean numberBlank() {
        return has(NUMBER_BLANK);
    }

    /** Whether the date of issue is missing. */
    public boolean dateOfIssueMissing() {
        return has(DATE_OF_ISSUE_MISSING);
    }

    /** Whether the last day of validity is missing. */
    public boolean validUntilMissing() {
        return has(VALID_UNTIL_MISSING);
    }

    /** Whether the date of sampling is missing. */
    public boolean sampledOnMissing() {
        return has(SAMPLED_ON_MISSING);
    }

    /** Whether no holder is named. */
    public boolean holderBlank() {
        return has(HOLDER_BLANK);
    }

    /** Whether no goods are named. */
    public boolean goodsNameBlank() {
        return has(GOODS_NAME_BLANK);
    }

    /** Whether no origin is named. */
    public boolean originBlank() {
        return has(ORIGIN_BLANK);
    }

    /** Whether no lots are listed. */
    public boolean lotsMissing() {
        return has(LOTS_MISSING);
    }

    /** Whether there is no result. */
    public boolean resultMissing() {
        return has(RESULT_MISSING);
    }

    /** Whether the origin differs from the declared one, both being filled in. */
    public boolean originDiffers() {
        return has(ORIGIN_DIFFERS);
    }

    /** Whether the goods name differs from the declared one, both being filled in. */
    public boolean goodsNameDiffers() {
        return has(GOODS_NAME_DIFFERS);
    }

    /** Whether the holder is not the declared supplier, both being filled in. */
    public boolean holderDiffers() {
        return has(HOLDER_DIFFERS);
    }

    /** Whether it is issued after the day of the decision. */
    public boolean dateOfIssueInFuture() {
        return has(DATE_OF_ISSUE_IN_FUTURE);
    }

    /** Whether it is sampled after the day of the decision. */
    public boolean sampledInFuture() {
        return has(SAMPLED_IN_FUTURE);
    }

    /** Whether it is sampled after it was issued. */
    public boolean sampledAfterIssued() {
        return has(SAMPLED_AFTER_ISSUED);
    }

    /** Whether it is issued after the day of entry. */
    public boolean dateOfIssueAfterEntry() {
        return has(DATE_OF_ISSUE_AFTER_ENTRY);
    }

    /** Whether the batch is declared as cold-chain goods. */
    public boolean coldChain() {
        return has(COLD_CHAIN);
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
