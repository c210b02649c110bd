package org.anxin.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Goods;
import org.anxin.admission.Lot;
import org.anxin.admission.Operator;
import org.jspecify.annotations.Nullable;

/** Tells whether what is sent is what is stored: the same facts, quantities by their value. */
final class SameDeclaration {
    private static final Goods NO_GOODS = new Goods(null, null, null);

    private SameDeclaration() {}

    /** @throws DeskConflictException if it is another one */
    static void check(StoredBatch stored, Batch sent) {
        List<Document> first = stored.documents().stream()
                .filter(document -> document.decision() == 1)
                .map(StoredDocument::facts)
                .toList();
        List<Document> now = sent.documents();
        boolean same = same(stored.declared().facts(), sent) && first.size() == now.size();
        for (int at = 0; same && at < now.size(); at++) {
            same = same(first.get(at), now.get(at));
        }
        if (!same) {
            throw new DeskConflictException(
                    "此编号已用于另一份内容不同的申报；请换一个编号，或以 POST …/documents 补交凭证。",
                    "Another declaration with other contents has this id; use another id, or add documents with POST"
                            + " …/documents.");
        }
    }

    private static boolean same(Batch stored, Batch sent) {
        return Objects.equals(id(stored.operator()), id(sent.operator()))
                && (sent.marketId() == null || sent.marketId().equals(stored.marketId()))
                && stored.declaredOn() == sent.declaredOn()
                && stored.arrivesOn() == sent.arrivesOn()
                && Objects.equals(stored.supplier(), sent.supplier())
                && goods(stored.goods()).equals(goods(sent.goods()))
                && lots(stored.lots()).equals(lots(sent.lots()));
    }

    /** Whether two documents say the same. */
    static boolean same(Document one, Document other) {
        return plain(one).equals(plain(other));
    }

    private static Document plain(Document document) {
        return new Document(
                document.type(),
                document.number(),
                document.issuedOn(),
                document.validUntil(),
                document.sampledOn(),
                document.holder(),
                document.goodsName(),
                document.origin(),
                document.result(),
                lots(document.lots()));
    }

    private static List<Lot> lots(List<Lot> lots) {
        return lots.stream().map(SameDeclaration::plain).toList();
    }

    private static Lot plain(Lot lot) {
        BigDecimal quantity = lot.quantity();
        return new Lot(lot.lotNo(), quantity == null ? null : quantity.stripTrailingZeros(), lot.unit());
    }

    private static Goods goods(@Nullable Goods goods) {
        return goods == null ? NO_GOODS : goods;
    }

    private static @Nullable String id(@Nullable Operator operator) {
        return operator == null ? null : operator.id();
    }
}
