package org.anxin.bench;

import java.math.BigDecimal;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Lot;
import org.anxin.text.CommonForm;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** A batch with its texts in common form, empty where blank: what {@link AdmissionOracle} decides on. */
record NormalisedBatch(
        Batch batch,
        int entry,
        String goodsName,
        String origin,
        String supplier,
        List<Line> lots,
        List<Paper> documents) {

    /**
     * A line of lots.
     *
     * @param quantity null unless it is positive
     */
    record Line(
            @Nullable String sent, String lotNo, @Nullable BigDecimal quantity, String unit) {
        static Line of(Lot lot) {
            BigDecimal quantity = lot.quantity();
            String lotNo = CommonForm.of(lot.lotNo());
            return new Line(
                    lotNo.isEmpty() ? null : lot.lotNo(),
                    lotNo,
                    quantity == null || quantity.signum() <= 0 ? null : quantity,
                    CommonForm.of(lot.unit()));
        }
    }

    /**
     * A document.
     *
     * @param number as sent, null if blank
     */
    record Paper(
            Document sent,
            @Nullable String number,
            String holder,
            String goodsName,
            String origin,
            String result,
            List<Line> lots) {
        static Paper of(Document sent) {
            return new Paper(
                    sent,
                    CommonForm.of(sent.number()).isEmpty() ? null : sent.number(),
                    CommonForm.of(sent.holder()),
                    CommonForm.of(sent.goodsName()),
                    CommonForm.of(sent.origin()),
                    CommonForm.of(sent.result()),
                    sent.lots().stream().map(Line::of).toList());
        }
    }

    static NormalisedBatch of(Batch batch) {
        return new NormalisedBatch(
                batch,
                batch.arrivesOn() == Days.NONE ? batch.declaredOn() : batch.arrivesOn(),
                CommonForm.of(batch.goods() == null ? null : batch.goods().name()),
                CommonForm.of(batch.goods() == null ? null : batch.goods().origin()),
                CommonForm.of(batch.supplier()),
                batch.lots().stream().map(Line::of).toList(),
                batch.documents().stream().map(Paper::of).toList());
    }
}
