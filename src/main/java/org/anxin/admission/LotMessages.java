package org.anxin.admission;

import java.math.BigDecimal;
import java.util.List;
import org.anxin.text.Bilingual;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/** Sentences about declared lots and the documents that should list them. */
final class LotMessages {
    private LotMessages() {}

    static @Nullable Bilingual notCovered(Finding finding) {
        String lot = finding.lot();
        if (lot == null || finding.document() == null) {
            return null;
        }
        Bilingual type = Names.type(finding);
        return new Bilingual(
                "所提交的" + type.zh() + "均未列有批号 " + lot + "。", "Lot " + lot + " is on no " + type.en() + " presented.");
    }

    static @Nullable Bilingual quantityExceeded(Finding finding) {
        List<LotLine> lines = LotLine.of(finding.grounds().batch().lots());
        LotNumbers numbers = new LotNumbers(lines);
        int place = numbers.place(CommonForm.of(finding.lot()));
        if (place == LotNumbers.NONE) {
            return null;
        }
        Quantities declared = new Quantities(numbers);
        lines.forEach(declared::add);
        Quantities listed = listed(finding, numbers);
        for (Lot line : finding.grounds().batch().lots()) {
            String unit = CommonForm.of(line.unit());
            BigDecimal needed = meant(line, finding) ? declared.total(place, unit) : null;
            BigDecimal covered = listed.total(place, unit);
            if (needed != null && covered != null && needed.compareTo(covered) > 0) {
                return exceeded(finding, amount(needed, line.unit()), amount(covered, line.unit()));
            }
        }
        return null;
    }

    private static Bilingual exceeded(Finding finding, String needed, String covered) {
        Bilingual type = Names.type(finding);
        return new Bilingual(
                "批号 " + finding.lot() + " 申报合计 " + needed + "，" + type.zh() + "合计仅 " + covered + "。",
                "Lot " + finding.lot() + ": " + needed + " declared, only " + covered + " by " + type.en() + ".");
    }

    static @Nullable Bilingual unitDiffers(Finding finding) {
        for (Lot line : finding.grounds().batch().lots()) {
            if (meant(line, finding) && LotLine.of(line).quantity() != null) {
                Lot other = inOtherUnit(finding, LotLine.of(line));
                if (other != null) {
                    return differs(finding, unit(line), unit(other));
                }
            }
        }
        return null;
    }

    private static Bilingual differs(Finding finding, Bilingual declared, Bilingual listed) {
        Bilingual type = Names.type(finding);
        return new Bilingual(
                "批号 " + finding.lot() + " 的申报单位为" + declared.zh() + "，" + type.zh() + "的单位为" + listed.zh() + "。",
                "Lot " + finding.lot() + ": declared " + declared.en() + ", but " + listed.en() + " by " + type.en()
                        + ".");
    }

    /** The first line of the documents meant that gives the declared lot a quantity in another unit. */
    private static @Nullable Lot inOtherUnit(Finding finding, LotLine declared) {
        for (Document document : documents(finding)) {
            for (Lot lot : document.lots()) {
                LotLine line = LotLine.of(lot);
                boolean counts = line.quantity() != null && line.lotNo().equals(declared.lotNo());
                if (counts && !line.unit().equals(declared.unit())) {
                    return lot;
                }
            }
        }
        return null;
    }

    private static boolean meant(Lot line, Finding finding) {
        return line.lotNo() != null && line.lotNo().equals(finding.lot());
    }

    private static Quantities listed(Finding finding, LotNumbers numbers) {
        Quantities listed = new Quantities(numbers);
        documents(finding).forEach(document -> document.lots().forEach(lot -> listed.add(LotLine.of(lot))));
        return listed;
    }

    private static List<Document> documents(Finding finding) {
        return finding.grounds().batch().documents().stream()
                .filter(document -> document.type().equals(finding.document()))
                .toList();
    }

    static String amount(BigDecimal quantity, @Nullable String unit) {
        return (quantity.stripTrailingZeros().toPlainString() + " " + CommonForm.withCase(unit)).strip();
    }

    private static Bilingual unit(Lot line) {
        String unit = CommonForm.withCase(line.unit());
        return unit.isEmpty() ? new Bilingual("空", "without a unit") : new Bilingual(unit, "in " + unit);
    }
}
