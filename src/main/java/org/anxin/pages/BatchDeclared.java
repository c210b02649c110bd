package org.anxin.pages;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.admission.Goods;
import org.anxin.admission.Lot;
import org.anxin.admission.Operator;
import org.anxin.registry.Market;
import org.anxin.registry.Markets;
import org.anxin.registry.Stored;
import org.anxin.text.Bilingual;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/** What was declared about a batch, field by field. */
@Singleton
class BatchDeclared {
    private final Markets markets;

    BatchDeclared(Markets markets) {
        this.markets = markets;
    }

    /** The declared fields, each with the findings that mean it. */
    List<BatchPage.Item> items(Batch facts, BatchFaults faults) {
        List<BatchPage.Item> items = new ArrayList<>();
        Operator operator = facts.operator();
        String operatorId = operator == null ? null : operator.id();
        List<FoundFault> about = faults.take(fault -> fault.document() == null
                && (fault.code().equals("OPERATOR_NOT_ACTIVATED")
                        || fault.code().equals("LETTER_NOT_SIGNED")));
        items.add(new BatchPage.Item(
                BatchFields.label("operator"), BatchDocuments.text(operatorId), called(operatorId), about));
        String marketId = facts.marketId();
        Stored<Market> market = marketId == null ? null : markets.find(marketId);
        String name = market == null ? marketId : market.facts().name() + " " + marketId;
        items.add(item("marketId", BatchDocuments.text(name), "/markets/" + marketId, faults));
        Goods goods = facts.goods();
        items.add(item("goods.name", goods == null ? null : BatchDocuments.text(goods.name()), null, faults));
        items.add(item("goods.origin", goods == null ? null : BatchDocuments.text(goods.origin()), null, faults));
        items.add(item("goods.coldChain", goods == null ? null : yesNo(goods.coldChain()), null, faults));
        items.add(item("supplier", BatchDocuments.text(facts.supplier()), null, faults));
        items.add(item("declaredOn", BatchPage.day(facts.declaredOn()), null, faults));
        items.add(item("arrivesOn", BatchPage.day(facts.arrivesOn()), null, faults));
        return items;
    }

    private static @Nullable String called(@Nullable String operatorId) {
        return operatorId == null
                ? null
                : Address.of("/batches").with("q", operatorId).toString();
    }

    private static @Nullable Bilingual yesNo(@Nullable Boolean value) {
        return value == null ? null : value ? new Bilingual("是", "yes") : new Bilingual("否", "no");
    }

    private static BatchPage.Item item(
            String field, @Nullable Bilingual value, @Nullable String address, BatchFaults faults) {
        return new BatchPage.Item(
                BatchFields.label(field),
                value,
                value == null ? null : address,
                faults.take(fault -> fault.document() == null && field.equals(fault.field())));
    }

    /** Findings that mean the declared lots, and none of them by its number. */
    static List<FoundFault> lotFaults(BatchFaults faults) {
        return faults.take(fault -> fault.document() == null
                && fault.field() != null
                && fault.field().startsWith("lots"));
    }

    /** The declared lots, likewise. */
    static List<BatchPage.LotRow> lots(List<Lot> lots, BatchFaults faults) {
        List<BatchPage.LotRow> rows = new ArrayList<>();
        for (Lot lot : lots) {
            rows.add(BatchDocuments.row(
                    lot,
                    faults.take(fault -> fault.document() == null
                            && fault.lot() != null
                            && CommonForm.of(fault.lot()).equals(CommonForm.of(lot.lotNo())))));
        }
        return rows;
    }
}
