package org.anxin.admission;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which declared lots some lines list, and their quantities added per lot number and unit, exactly (SPEC section 5). Lots
 * are meant by their place in {@link LotNumbers}, units in {@link org.anxin.text.CommonForm}.
 */
final class Quantities {
    private final LotNumbers numbers;
    private final @Nullable Totals[] byPlace;

    Quantities(LotNumbers numbers) {
        this.numbers = numbers;
        this.byPlace = new Totals[numbers.size()];
    }

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

    /** Adds a line; one without a declared lot number is left out, one without a quantity only lists its lot. */
    void add(LotLine line) {
        int place = numbers.place(line.lotNo());
        if (place == LotNumbers.NONE) {
            return;
        }
        Totals totals = byPlace[place];
        if (totals == null) {
            totals = new Totals();
            byPlace[place] = totals;
        }
        BigDecimal quantity = line.quantity();
        if (quantity != null) {
            totals.add(line.unit(), quantity);
        }
    }

    /** Whether a line lists the lot. */
    boolean list(int place) {
        return byPlace[place] != null;
    }

    /** Whether a line gives the lot a quantity in another unit than {@code unit}. */
    boolean haveOtherUnit(int place, String unit) {
        Totals totals = byPlace[place];
        return totals != null && totals.haveOther(unit);
    }

    /** The sum for the lot in this unit, null if no line gives one. */
    @Nullable
    BigDecimal total(int place, String unit) {
        Totals totals = byPlace[place];
        return totals == null ? null : totals.in(unit);
    }
}
