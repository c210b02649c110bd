package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roster of those in direct or indirect contact with imported goods (进口商品接触人员名单). */
@Singleton
public class Contacts extends Records<ContactKey, RegisteredContact, ContactRow> {

    /**
     * The contacts of one operator by person and first day.
     *
     * @param after only those after this one, if not null
     * @throws NoSuchRecordException if there is no such operator
     */
    public Page<RegisteredContact> page(String operatorId, @Nullable ContactKey after, int limit) {
        return Transactions.reading(() -> {
            List<RegisteredContact> following = of(operatorId).all(ContactRow.class).stream()
                    .map(Contacts::facts)
                    .filter(one -> after == null || ContactKey.IN_ORDER.compare(one.key(), after) > 0)
                    .sorted(Comparator.comparing(RegisteredContact::key, ContactKey.IN_ORDER))
                    .limit(limit + 1L)
                    .toList();
            return Page.of(following, limit, one -> one, one -> one.key().cursor());
        });
    }

    private static PartyRows of(String operatorId) {
        return PartyRows.required(Party.operator(operatorId));
    }

    @Override
    @Nullable
    ContactRow row(ContactKey key, LockModeType lock) {
        return of(key.operatorId())
                .one(ContactRow.class, "r.person.personId = ?2 and r.fromOn = ?3", key.personId(), key.from(), lock);
    }

    @Override
    Stored<RegisteredContact> stored(ContactRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static RegisteredContact facts(ContactRow row) {
        ContactKey key = new ContactKey(row.operator.operatorId, row.person.personId, row.fromOn);
        return new RegisteredContact(key, row.contact, row.toOn);
    }

    @Override
    ContactRow fresh(ContactKey key) {
        ContactRow row = new ContactRow();
        row.operator = OperatorRow.required(key.operatorId());
        row.person = People.required(key.personId());
        row.fromOn = key.from();
        return row;
    }

    @Override
    void set(ContactRow row, RegisteredContact facts) {
        row.contact = facts.contact();
        row.toOn = facts.to();
    }

    /** Nothing refers to entries of the roster. */
    @Override
    void requireUnreferred(ContactRow row) {}
}
