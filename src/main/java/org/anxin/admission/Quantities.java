package org.anxin.admission;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * The lots that some lines list, and their positive quantities added per lot number and unit, exactly (SPEC section 5).
 * Lot numbers and units are meant in {@link CommonForm}.
 */
final class Quantities {
    private final Map<String, Map<String, BigDecimal>> byLot = new HashMap<>();

    /** Adds lines; those without a lot number are left out, those without a positive quantity only list their lot. */
    void add(List<Lot> lines) {
        for (Lot line : lines) {
            String lotNo = CommonForm.of(line.lotNo());
            if (!lotNo.isEmpty()) {
                Map<String, BigDecimal> units = byLot.computeIfAbsent(lotNo, lot -> new HashMap<>(2));
                BigDecimal quantity = line.quantity();
                if (quantity != null && positive(quantity)) {
                    units.merge(CommonForm.of(line.unit()), quantity, BigDecimal::add);
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
        Map<String, BigDecimal> units = byLot.getOrDefault(lotNo, Map.of());
        return units.size() > (units.containsKey(unit) ? 1 : 0);
    }

    /** The sum for the lot in this unit, null if no line gives one. */
    @Nullable
    BigDecimal total(String lotNo, String unit) {
        return byLot.getOrDefault(lotNo, Map.of()).get(unit);
    }

    static boolean positive(@Nullable BigDecimal quantity) {
        return quantity != null && quantity.signum() > 0;
    }
}
