package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that belong to an operator or to a person.
 *
 * @param operator null if it is a person
 * @param person null if it is an operator
 */
record PartyRows(@Nullable OperatorRow operator, @Nullable PersonRow person) {

    /** @throws NoSuchRecordException if there is no such operator or person */
    static PartyRows required(Party party) {
        return party.kind() == Party.Kind.OPERATOR
                ? new PartyRows(OperatorRow.required(party.id()), null)
                : new PartyRows(null, PersonRow.required(party.id()));
    }

    /** All rows of {@code type} that are theirs. */
    <R> List<R> all(Class<R> type) {
        return query(type, "", LockModeType.NONE);
    }

    /**
     * The row for which a further condition holds, or null.
     *
     * @param condition with the parameter {@code ?2}
     */
    <R> @Nullable R one(Class<R> type, String condition, Object value, LockModeType lock) {
        return query(type, " and " + condition, lock, value).stream()
                .findFirst()
                .orElse(null);
    }

    /** The same for a condition with the parameters {@code ?2} and {@code ?3}. */
    <R> @Nullable R one(Class<R> type, String condition, Object value, Object other, LockModeType lock) {
        return query(type, " and " + condition, lock, value, other).stream()
                .findFirst()
                .orElse(null);
    }

    private <R> List<R> query(Class<R> type, String further, LockModeType lock, Object... values) {
        String where = operator == null ? "r.person = ?1" : "r.operator = ?1";
        TypedQuery<R> query = Panache.getEntityManager()
                .createQuery("from " + type.getSimpleName() + " r where " + where + further, type)
                .setLockMode(lock)
                .setParameter(1, operator == null ? person : operator);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 2, values[i]);
        }
        return query.getResultList();
    }

    /** Whose rows they are. */
    static Party party(@Nullable OperatorRow operator, @Nullable PersonRow person) {
        if (operator != null) {
            return Party.operator(operator.operatorId);
        }
        if (person != null) {
            return Party.person(person.personId);
        }
        throw new IllegalStateException("the row is nobody's");
    }
}
