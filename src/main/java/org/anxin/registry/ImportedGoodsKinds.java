package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second list: kinds of imported goods that each operator sells (进口商品种类清单). */
@Singleton
public class ImportedGoodsKinds extends Records<ImportedGoodsKey, ImportedGoods, ImportedGoodsRow> {

    /**
     * The kinds of one operator by name and first day.
     *
     * @param after only those after this one, if not null
     * @throws NoSuchRecordException if there is no such operator
     */
    public Page<ImportedGoods> page(String operatorId, @Nullable ImportedGoodsKey after, int limit) {
        return Transactions.reading(() -> {
            List<ImportedGoods> following = of(operatorId).all(ImportedGoodsRow.class).stream()
                    .map(ImportedGoodsKinds::facts)
                    .filter(one -> after == null || ImportedGoodsKey.IN_ORDER.compare(one.key(), after) > 0)
                    .sorted(Comparator.comparing(ImportedGoods::key, ImportedGoodsKey.IN_ORDER))
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
    ImportedGoodsRow row(ImportedGoodsKey key, LockModeType lock) {
        return of(key.operatorId())
                .one(ImportedGoodsRow.class, "r.goods = ?2 and r.fromOn = ?3", key.goods(), key.from(), lock);
    }

    @Override
    Stored<ImportedGoods> stored(ImportedGoodsRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static ImportedGoods facts(ImportedGoodsRow row) {
        return new ImportedGoods(new ImportedGoodsKey(row.operator.operatorId, row.goods, row.fromOn), row.toOn);
    }

    @Override
    ImportedGoodsRow fresh(ImportedGoodsKey key) {
        ImportedGoodsRow row = new ImportedGoodsRow();
        row.operator = OperatorRow.required(key.operatorId());
        row.goods = key.goods();
        row.fromOn = key.from();
        return row;
    }

    @Override
    void set(ImportedGoodsRow row, ImportedGoods facts) {
        row.toOn = facts.to();
    }

    /** Nothing refers to entries of the list. */
    @Override
    void requireUnreferred(ImportedGoodsRow row) {}
}
