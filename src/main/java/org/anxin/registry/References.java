package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.StringJoiner;
import org.anxin.text.Bilingual;

/**
 * What may refer to a kind of record.
 *
 * @param from every place to look in
 * @param remedy what to do before the record can be deleted
 */
record References(List<Place> from, Bilingual remedy) {

    /**
     * One place.
     *
     * @param count counts what refers to the row numbered {@code :no}
     * @param zh what refers
     * @param en what refers
     */
    record Place(String count, String zh, String en) {
        long referring(long no) {
            Object found = Panache.getEntityManager()
                    .createNativeQuery(count, Long.class)
                    .setParameter("no", no)
                    .getSingleResult();
            return (Long) found;
        }
    }

    /** @throws StillReferredException that names each place with its number */
    void requireNone(long no) {
        StringJoiner zh = new StringJoiner("、");
        StringJoiner en = new StringJoiner(", ");
        for (Place place : from) {
            long referring = place.referring(no);
            if (referring > 0) {
                zh.add(place.zh + " " + referring);
                en.add(place.en + " " + referring);
            }
        }
        if (zh.length() > 0) {
            throw new StillReferredException(new Bilingual(
                    "仍被引用：" + zh + "。" + remedy.zh(), "Still referred to by: " + en + ". " + remedy.en()));
        }
    }
}
