package org.anxin.admission;

import org.anxin.text.CommonForm;
import org.anxin.time.Days;

/**
 * What documents are compared with: the declared texts in {@link CommonForm}, empty where blank, and the day of entry.
 *
 * @param entry epoch day of arrival, or of the declaration where that is missing, else {@link Days#NONE}
 * @param coldChain whether the goods are declared as cold-chain goods
 */
record DeclaredTexts(String goodsName, String origin, String supplier, int entry, boolean coldChain) {

    static DeclaredTexts of(Batch batch) {
        Goods goods = batch.goods();
        return new DeclaredTexts(
                CommonForm.of(goods == null ? null : goods.name()),
                CommonForm.of(goods == null ? null : goods.origin()),
                CommonForm.of(batch.supplier()),
                entry(batch),
                goods != null && Boolean.TRUE.equals(goods.coldChain()));
    }

    /** The day of entry (SPEC section 5). */
    static int entry(Batch batch) {
        return batch.arrivesOn() == Days.NONE ? batch.declaredOn() : batch.arrivesOn();
    }
}
