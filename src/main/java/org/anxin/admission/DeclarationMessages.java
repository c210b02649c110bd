package org.anxin.admission;

import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Sentences about the declaration and its operator. */
final class DeclarationMessages {
    private DeclarationMessages() {}

    static @Nullable Bilingual incomplete(Finding finding) {
        String field = finding.field();
        if (field == null || finding.document() != null) {
            return null;
        }
        return switch (field) {
            case "lots" -> new Bilingual("入场申报未列明任何批号。", "The declaration lists no lots.");
            case "lots.lotNo" -> new Bilingual("有一个申报批次未填写批号。", "A declared lot has no number.");
            case "lots.quantity" -> quantity(finding.lot());
            default ->
                new Bilingual(
                        "入场申报未填写" + Names.field(field).zh() + "。",
                        "The declaration does not give the "
                                + Names.field(field).en() + ".");
        };
    }

    private static Bilingual quantity(@Nullable String lot) {
        return lot == null
                ? new Bilingual("一个未填写批号的申报批次缺少大于零的数量。", "A declared lot without a number has no quantity above zero.")
                : new Bilingual(
                        "批号 " + lot + " 未申报大于零的数量。", "Lot " + lot + " is declared without a quantity above zero.");
    }

    static @Nullable Bilingual documentMissing(Finding finding) {
        return finding.document() == null || finding.grounds().document() != null
                ? null
                : new Bilingual(
                        "未提交" + Names.type(finding).zh() + "。",
                        "No " + Names.type(finding).en() + " was presented.");
    }

    static @Nullable Bilingual notActivated(Finding finding) {
        Operator operator = finding.grounds().batch().operator();
        Bilingual name = Names.operator(operator);
        return operator != null && Boolean.TRUE.equals(operator.activated())
                ? null
                : new Bilingual(name.zh() + " 尚未激活账号。", Names.sentence(name.en()) + " has not activated its account.");
    }

    static @Nullable Bilingual letterNotSigned(Finding finding) {
        Operator operator = finding.grounds().batch().operator();
        Bilingual name = Names.operator(operator);
        int signedOn = operator == null ? Days.NONE : operator.responsibilityLetterSignedOn();
        if (signedOn == Days.NONE) {
            return new Bilingual(
                    name.zh() + " 尚未签订四方责任书。",
                    Names.sentence(name.en()) + " has not signed the four-party responsibility letter.");
        }
        return signedOn <= finding.grounds().asOf()
                ? null
                : signedLate(name, signedOn, finding.grounds().asOf());
    }

    private static Bilingual signedLate(Bilingual operator, int signedOn, int asOf) {
        Bilingual signed = Names.day(signedOn);
        Bilingual decided = Names.day(asOf);
        return new Bilingual(
                operator.zh() + " 的四方责任书签订日期" + signed.zh() + "晚于判定日" + decided.zh() + "。",
                Names.sentence(operator.en()) + " signed the four-party responsibility letter on " + signed.en()
                        + ", after the day of this decision, " + decided.en() + ".");
    }
}
