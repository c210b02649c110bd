package org.anxin.admission;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lots that some lines list, and their quantities added per lot number and unit, exactly (SPEC section 5). Lot
 * numbers and units are meant in {@link org.anxin.text.CommonForm}.
 */
final class Quantities {
    private final Map<String, Totals> byLot = new HashMap<>();

    /** The sums of one lot: nearly every lot has one unit, so others get a map only when there are any. */
    private static final class Totals {
        private @Nullable String unit;
        private @Nullable BigDecimal total;
        private @Nullable Map<String, BigDecimal> others;

        void add(String unit, BigDecimal quantity) {
            if (total == null) {
                this.unit = unit;
                total = quantity;
            } else if (unit.equals(this.unit)) {
                total = total.add(quantity);
            } else {
                others = others == null ? new HashMap<>() : others;
                others.merge(unit, quantity, BigDecimal::add);
            }
        }

        boolean haveOther(String unit) {
            return total != null && (others != null || !unit.equals(this.unit));
        }

        @Nullable
        BigDecimal in(String unit) {
            if (unit.equals(this.unit)) {
                return total;
            }
            return others == null ? null : others.get(unit);
        }
    }

    /** Adds lines; those without a lot number are left out, those without a quantity only list their lot. */
    void add(List<LotLine> lines) {
        for (LotLine line : lines) {
            if (!line.lotNo().isEmpty()) {
                Totals totals = byLot.computeIfAbsent(line.lotNo(), lot -> new Totals());
                BigDecimal quantity = line.quantity();
                if (quantity != null) {
                    totals.add(line.unit(), quantity);
                }
            }
        }
    }

    /** Whether a line lists the lot. */
    boolean list(String lotNo) {
        return byLot.containsKey(lotNo);
    }

    /** Whether a line gives the lot a quantity in another unit than {@code unit}. */
    boolean haveOtherUnit(String lotNo, String unit) {
        Totals totals = byLot.get(lotNo);
        return totals != null && totals.haveOther(unit);
    }

    /** The sum for the lot in this unit, null if no line gives one. */
    @Nullable
    BigDecimal total(String lotNo, String unit) {
        Totals totals = byLot.get(lotNo);
        return totals == null ? null : totals.in(unit);
    }
}
