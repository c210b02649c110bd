package org.anxin.admission;

import java.util.List;

/** The lots that all documents of one type list together. */
record ListedLots(String document, Quantities lots) {

    /** Those of {@code document} among {@code all}, added at its end if there are none yet. */
    static ListedLots of(String document, List<ListedLots> all) {
        for (ListedLots listed : all) {
            if (listed.document.equals(document)) {
                return listed;
            }
        }
        ListedLots fresh = new ListedLots(document, new Quantities());
        all.add(fresh);
        return fresh;
    }
}
