package org.anxin.admission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * A line of lots, made ready to be compared.
 *
 * @param spelling the lot number as sent, null if blank
 * @param lotNo the lot number in common form, empty if blank
 * @param quantity exact decimal, null if missing or not positive: then it is not looked at (SPEC section 5)
 * @param unit in common form; blank is a unit of its own
 */
record LotLine(
        @Nullable String spelling, String lotNo, @Nullable BigDecimal quantity, String unit) {

    static LotLine of(Lot lot) {
        String lotNo = CommonForm.of(lot.lotNo());
        BigDecimal quantity = lot.quantity();
        boolean positive = quantity != null && quantity.signum() > 0;
        return new LotLine(
                lotNo.isEmpty() ? null : lot.lotNo(), lotNo, positive ? quantity : null, CommonForm.of(lot.unit()));
    }

    static List<LotLine> of(List<Lot> lots) {
        List<LotLine> lines = new ArrayList<>(lots.size());
        for (Lot lot : lots) {
            lines.add(of(lot));
        }
        return lines;
    }
}
