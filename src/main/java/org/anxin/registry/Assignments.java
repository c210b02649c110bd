package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The assignments (岗位) of people. */
@Singleton
public class Assignments extends Records<AssignmentKey, RegisteredAssignment, AssignmentRow> {

    /**
     * A person's assignments by market, category and first day.
     *
     * @param after only those after this one, if not null
     * @throws NoSuchRecordException if there is no such person
     */
    public Page<RegisteredAssignment> page(String personId, @Nullable AssignmentKey after, int limit) {
        return Transactions.reading(() -> {
            PersonRow person = PersonRow.required(personId);
            List<AssignmentRow> rows = AssignmentRow.list(
                    "from AssignmentRow a join fetch a.market left join fetch a.operator where a.key.personNo = ?1",
                    person.no);
            // Nobody has so many that sorting them here would matter, and the order is the same in every database.
            List<RegisteredAssignment> following = rows.stream()
                    .map(Assignments::facts)
                    .filter(one -> after == null || AssignmentKey.IN_ORDER.compare(one.key(), after) > 0)
                    .sorted(Comparator.comparing(RegisteredAssignment::key, AssignmentKey.IN_ORDER))
                    .limit(limit + 1L)
                    .toList();
            return Page.of(following, limit, one -> one, one -> one.key().cursor());
        });
    }

    @Override
    @Nullable
    AssignmentRow row(AssignmentKey key, LockModeType lock) {
        PersonRow person = PersonRow.required(key.personId());
        MarketRow market = MarketRow.<MarketRow>find("marketId", key.marketId()).firstResult();
        return market == null
                ? null
                : AssignmentRow.findById(new AssignmentRow.Key(person.no, market.no, key.category(), key.from()), lock);
    }

    @Override
    Stored<RegisteredAssignment> stored(AssignmentRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static RegisteredAssignment facts(AssignmentRow row) {
        AssignmentKey key =
                new AssignmentKey(row.person.personId, row.market.marketId, row.key.category(), row.key.fromOn());
        return new RegisteredAssignment(key, row.operator == null ? null : row.operator.operatorId, row.toOn);
    }

    @Override
    AssignmentRow fresh(AssignmentKey key) {
        AssignmentRow row = new AssignmentRow();
        row.person = PersonRow.required(key.personId());
        row.market = Markets.required(key.marketId());
        row.key = new AssignmentRow.Key(row.person.no, row.market.no, key.category(), key.from());
        return row;
    }

    @Override
    void set(AssignmentRow row, RegisteredAssignment facts) {
        row.operator = facts.operatorId() == null ? null : Operators.required(facts.operatorId());
        row.toOn = facts.to();
    }

    /** Nothing refers to assignments. */
    @Override
    void requireUnreferred(AssignmentRow row) {}
}
