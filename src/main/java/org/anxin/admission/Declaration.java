package org.anxin.admission;

import java.util.Set;
import org.anxin.rulebook.FactType;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * What rules see of a batch's entry declaration and its operator on one day (SPEC section 5).
 *
 * @param flags the yes-or-no fields, packed
 * @param documents types of the documents presented, declared words of the kind {@code document}
 * @param marketId the market it is to enter, null if not given
 * @param goodsName declared name in {@link CommonForm}, null if blank
 * @param origin declared origin, as {@code goodsName}
 * @param asOf epoch day of the decision
 * @param entry epoch day of arrival, or of the declaration where that is missing, else {@link org.anxin.time.Days#NONE}
 */
public record Declaration(
        int flags,
        Set<String> documents,
        @Nullable String marketId,
        @Nullable String goodsName,
        @Nullable String origin,
        int asOf,
        int entry) {
    static final int GOODS_NAME_BLANK = 1;
    static final int ORIGIN_BLANK = 1 << 1;
    static final int SUPPLIER_BLANK = 1 << 2;
    static final int DECLARED_ON_MISSING = 1 << 3;
    static final int ARRIVES_ON_MISSING = 1 << 4;
    static final int LOTS_MISSING = 1 << 5;
    static final int DECLARED_IN_FUTURE = 1 << 6;
    static final int OPERATOR_ACTIVATED = 1 << 7;
    static final int LETTER_SIGNED = 1 << 8;
    static final int COLD_CHAIN = 1 << 9;

    /** The fact as rule authors know it. */
    static final FactType<Declaration> TYPE = FactType.of(Declaration.class, "入场申报", "the entry declaration")
            .flags(Declaration::flags)
            .flag("goodsNameBlank", 0, "未填写货物名称", "the goods have no name")
            .flag("originBlank", 1, "未填写原产地", "the goods have no origin")
            .flag("supplierBlank", 2, "未填写供货者", "no supplier is named")
            .flag("declaredOnMissing", 3, "未填写申报日期", "the date of the declaration is missing")
            .flag("arrivesOnMissing", 4, "未填写到货日期", "the date of arrival is missing")
            .flag("lotsMissing", 5, "未申报批号", "no lot is declared")
            .flag("declaredInFuture", 6, "申报日期晚于判定日", "declared after the day of the decision")
            .flag("operatorActivated", 7, "经营户账号已激活", "the operator's account is activated")
            .flag(
                    "letterSigned",
                    8,
                    "判定日前（含当日）已签订责任书",
                    "the responsibility letter is signed by the day of the decision")
            .flag("coldChain", 9, "冷链货物", "the goods are cold-chain goods")
            .wordSet("documents", "document", Declaration::documents, "已提交的凭证类型", "types of the documents presented")
            .text("marketId", Declaration::marketId, "市场编号", "id of the market")
            .text(
                    "goodsName",
                    Declaration::goodsName,
                    CommonForm::of,
                    "货物名称，不论写法",
                    "name of the goods, in any spelling")
            .text("origin", Declaration::origin, CommonForm::of, "原产地，不论写法", "origin of the goods, in any spelling")
            .day("asOf", Declaration::asOf, "判定日", "day of the decision")
            .day("entry", Declaration::entry, "入场日", "day of entry")
            .build();

    /** Whether the goods have no name. */
    public boolean goodsNameBlank() {
        return has(GOODS_NAME_BLANK);
    }

    /** Whether the goods have no origin. */
    public boolean originBlank() {
        return has(ORIGIN_BLANK);
    }

    /** Whether no supplier is named. */
    public boolean supplierBlank() {
        return has(SUPPLIER_BLANK);
    }

    /** Whether the date of the declaration is missing. */
    public boolean declaredOnMissing() {
        return has(DECLARED_ON_MISSING);
    }

    /** Whether the date of arrival is missing. */
    public boolean arrivesOnMissing() {
        return has(ARRIVES_ON_MISSING);
    }

    /** Whether no lot is declared. */
    public boolean lotsMissing() {
        return has(LOTS_MISSING);
    }

    /** Whether the declaration is dated after the day of the decision. */
    public boolean declaredInFuture() {
        return has(DECLARED_IN_FUTURE);
    }

    /** Whether the operator's account is activated. */
    public boolean operatorActivated() {
        return has(OPERATOR_ACTIVATED);
    }

    /** Whether the operator signed the responsibility letter on or before the day of the decision. */
    public boolean letterSigned() {
        return has(LETTER_SIGNED);
    }

    /** Whether the goods are declared as cold-chain goods. */
    public boolean coldChain() {
        return has(COLD_CHAIN);
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
