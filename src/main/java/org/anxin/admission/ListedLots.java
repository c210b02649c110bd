package org.anxin.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The declared lots that all documents of one type list together. */
record ListedLots(String document, Quantities lots) {

    /** What the documents of each type among {@code listing} list together, in the order of presentation. */
    static List<ListedLots> in(PreparedDocument[] documents, Set<String> listing, LotNumbers numbers) {
        List<ListedLots> all = new ArrayList<>(documents.length);
        for (PreparedDocument document : documents) {
            String type = document.fact().type();
            if (listing.contains(type)) {
                Quantities lots = of(type, all, numbers).lots;
                for (Lot lot : document.sent().lots()) {
                    lots.add(LotLine.of(lot));
                }
            }
        }
        return all;
    }

    private static ListedLots of(String document, List<ListedLots> all, LotNumbers numbers) {
        for (ListedLots listed : all) {
            if (listed.document.equals(document)) {
                return listed;
            }
        }
        ListedLots fresh = new ListedLots(document, new Quantities(numbers));
        all.add(fresh);
        return fresh;
    }
}
