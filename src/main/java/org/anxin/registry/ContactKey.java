package org.anxin.registry;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What names an entry of the roster of contacts.
 *
 * @param operatorId whose imported goods
 * @param personId who is in contact with them
 * @param from the first day
 */
public record ContactKey(String operatorId, String personId, LocalDate from) {
    /** Those of one operator by person and first day. */
    static final Comparator<ContactKey> IN_ORDER =
            Comparator.comparing(ContactKey::personId).thenComparing(ContactKey::from);

    /** Its place among those of one operator, as it stands at the end of its address. */
    public String cursor() {
        return personId + "/" + from;
    }
}
