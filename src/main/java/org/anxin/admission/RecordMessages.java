package org.anxin.admission;

import java.math.BigDecimal;
import java.util.Map;
import org.anxin.text.Bilingual;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/** Sentences about what is on record beside the batch. */
final class RecordMessages {
    private RecordMessages() {}

    static @Nullable Bilingual usedUp(Finding finding) {
        String type = finding.document();
        if (type == null || finding.lot() == null) {
            return null;
        }
        Batch batch = finding.grounds().batch();
        Remainder remainder =
                new Remainder(batch, type, finding.grounds().onRecord().taken());
        String lotNo = CommonForm.of(finding.lot());
        for (Map.Entry<LotUses.Needed, BigDecimal> needed :
                LotUses.needed(batch).entrySet()) {
            LotUses.Needed lot = needed.getKey();
            if (lot.lotNo().equals(lotNo) && remainder.usedUp(lotNo, lot.unit(), needed.getValue())) {
                BigDecimal left = remainder.parts(lotNo, lot.unit()).stream()
                        .map(Remainder.Part::left)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                return usedUp(
                        finding,
                        LotMessages.amount(needed.getValue(), lot.unit()),
                        LotMessages.amount(left, lot.unit()));
            }
        }
        return null;
    }

    private static Bilingual usedUp(Finding finding, String needed, String left) {
        Bilingual type = Names.type(finding);
        return new Bilingual(
                "批号 " + finding.lot() + " 申报合计 " + needed + "，其他批次占用后" + type.zh() + "仅余 " + left + "。",
                "Lot " + finding.lot() + ": " + needed + " declared, but other batches leave only " + left + " by "
                        + type.en() + ".");
    }

    static @Nullable Bilingual contradicted(Finding finding) {
        if (finding.document() == null || finding.lot() == null) {
            return null;
        }
        Bilingual type = Names.type(finding);
        return new Bilingual(
                "批号 " + finding.lot() + "：同一" + type.zh() + "随其他批次提交时所载数量或单位不同，或未载数量。",
                "Lot " + finding.lot() + ": the same " + type.en()
                        + " was presented with another batch, with another quantity or unit, or with none.");
    }

    static @Nullable Bilingual foundFalse(Finding finding) {
        if (finding.grounds().document() == null) {
            return null;
        }
        Bilingual document = Names.document(finding);
        return new Bilingual(
                document.zh().strip() + " 已被认定为虚假。", Names.sentence(document.en()) + " was found to be false.");
    }

    /** "Expired" means before the day of entry, or before the day on which an admission is to count. */
    static @Nullable Bilingual expired(Finding finding) {
        Document document = finding.grounds().document();
        if (document == null || !finding.grounds().onRecord().admitted()) {
            return null;
        }
        Bilingual name = Names.document(finding);
        Bilingual last = Names.day(document.validUntil());
        Bilingual asked = Names.day(finding.grounds().asOf());
        return new Bilingual(
                name.zh() + "的有效期至" + last.zh() + "，" + asked.zh() + "时已过期。",
                Names.sentence(name.en()) + " was valid until " + last.en() + " and has expired on " + asked.en()
                        + ".");
    }
}
