package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The absences (缺勤) of people. */
@Singleton
public class Absences extends Records<AbsenceKey, RegisteredAbsence, AbsenceRow> {

    /**
     * A person's absences by first day.
     *
     * @param after only those that begin after this day
     * @throws NoSuchRecordException if there is no such person
     */
    public Page<RegisteredAbsence> page(String personId, LocalDate after, int limit) {
        return Transactions.reading(() -> {
            PersonRow person = PersonRow.required(personId);
            List<AbsenceRow> rows = AbsenceRow.<AbsenceRow>find(
                            "key.personNo = ?1 and key.fromOn > ?2 order by key.fromOn", person.no, after)
                    .range(0, limit)
                    .list();
            return Page.of(rows, limit, Absences::facts, one -> one.key().from().toString());
        });
    }

    @Override
    @Nullable
    AbsenceRow row(AbsenceKey key, LockModeType lock) {
        PersonRow person = PersonRow.required(key.personId());
        return AbsenceRow.findById(new AbsenceRow.Key(person.no, key.from()), lock);
    }

    @Override
    Stored<RegisteredAbsence> stored(AbsenceRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static RegisteredAbsence facts(AbsenceRow row) {
        return new RegisteredAbsence(new AbsenceKey(row.person.personId, row.key.fromOn()), row.toOn, row.reason);
    }

    @Override
    AbsenceRow fresh(AbsenceKey key) {
        AbsenceRow row = new AbsenceRow();
        row.person = PersonRow.required(key.personId());
        row.key = new AbsenceRow.Key(row.person.no, key.from());
        return row;
    }

    @Override
    void set(AbsenceRow row, RegisteredAbsence facts) {
        row.toOn = facts.to();
        row.reason = facts.reason();
    }

    /** Nothing refers to absences. */
    @Override
    void requireUnreferred(AbsenceRow row) {}
}
