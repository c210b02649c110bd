package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first list: operators that sell imported goods (进口商品经营户清单). */
@Singleton
public class ImportListings extends Records<ImportListingKey, ImportListing, ImportListingRow> {

    /**
     * The entries of one operator by first day.
     *
     * @param after only those that begin after this day
     * @throws NoSuchRecordException if there is no such operator
     */
    public Page<ImportListing> page(String operatorId, LocalDate after, int limit) {
        return Transactions.reading(() -> {
            List<ImportListing> all = of(operatorId).all(ImportListingRow.class).stream()
                    .map(ImportListings::facts)
                    .toList();
            return Page.byDay(all, one -> one.key().from(), after, limit);
        });
    }

    private static PartyRows of(String operatorId) {
        return PartyRows.required(Party.operator(operatorId));
    }

    @Override
    @Nullable
    ImportListingRow row(ImportListingKey key, LockModeType lock) {
        return of(key.operatorId()).one(ImportListingRow.class, "r.fromOn = ?2", key.from(), lock);
    }

    @Override
    Stored<ImportListing> stored(ImportListingRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static ImportListing facts(ImportListingRow row) {
        return new ImportListing(new ImportListingKey(row.operator.operatorId, row.fromOn), row.toOn);
    }

    @Override
    ImportListingRow fresh(ImportListingKey key) {
        ImportListingRow row = new ImportListingRow();
        row.operator = OperatorRow.required(key.operatorId());
        row.fromOn = key.from();
        return row;
    }

    @Override
    void set(ImportListingRow row, ImportListing facts) {
        row.toOn = facts.to();
    }

    /** Nothing refers to entries of the list. */
    @Override
    void requireUnreferred(ImportListingRow row) {}
}
