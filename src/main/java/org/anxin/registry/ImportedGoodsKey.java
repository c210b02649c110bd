package org.anxin.registry;

import java.time.LocalDate;
import java.util.Comparator;
import org.anxin.text.CodePointOrder;

/**
 * What names an entry of the list of kinds of imported goods.
 *
 * @param operatorId who sells them
 * @param goods what they are called
 * @param from the first day
 */
public record ImportedGoodsKey(String operatorId, String goods, LocalDate from) {
    /** Those of one operator by name and first day. */
    static final Comparator<ImportedGoodsKey> IN_ORDER = Comparator.comparing(
                    ImportedGoodsKey::goods, CodePointOrder::compare)
            .thenComparing(ImportedGoodsKey::from);

    /** Its place among those of one operator, as it stands at the end of its address. */
    public String cursor() {
        return goods + "/" + from;
    }
}
