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
    private final Map<String, Map<String, BigDecimal>> byLot = new HashMap<>();

    /** Adds lines; those without a lot number are left out, those without a quantity only list their lot. */
    void add(List<LotLine> lines) {
        for (LotLine line : lines) {
            if (!line.lotNo().isEmpty()) {
                Map<String, BigDecimal> units = byLot.computeIfAbsent(line.lotNo(), lot -> new HashMap<>(2));
                BigDecimal quantity = line.quantity();
                if (quantity != null) {
                    units.merge(line.unit(), quantity, BigDecimal::add);
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
}
