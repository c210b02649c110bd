package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the accounts of operators and people were activated. */
@Singleton
public class Activations extends Records<ActivationKey, RegisteredActivation, ActivationRow> {

    /**
     * Those of one operator or person by first day.
     *
     * @param after only those that begin after this day
     * @throws NoSuchRecordException if there is no such operator or person
     */
    public Page<RegisteredActivation> page(Party party, LocalDate after, int limit) {
        return Transactions.reading(() -> {
            List<RegisteredActivation> all = PartyRows.required(party).all(ActivationRow.class).stream()
                    .map(Activations::facts)
                    .toList();
            return Page.byDay(all, one -> one.key().from(), after, limit);
        });
    }

    @Override
    @Nullable
    ActivationRow row(ActivationKey key, LockModeType lock) {
        return PartyRows.required(key.party()).one(ActivationRow.class, "r.fromOn = ?2", key.from(), lock);
    }

    @Override
    Stored<RegisteredActivation> stored(ActivationRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static RegisteredActivation facts(ActivationRow row) {
        return new RegisteredActivation(
                new ActivationKey(PartyRows.party(row.operator, row.person), row.fromOn), row.toOn);
    }

    @Override
    ActivationRow fresh(ActivationKey key) {
        PartyRows of = PartyRows.required(key.party());
        ActivationRow row = new ActivationRow();
        row.operator = of.operator();
        row.person = of.person();
        row.fromOn = key.from();
        return row;
    }

    @Override
    void set(ActivationRow row, RegisteredActivation facts) {
        row.toOn = facts.to();
    }

    /** Nothing refers to activations. */
    @Override
    void requireUnreferred(ActivationRow row) {}
}
