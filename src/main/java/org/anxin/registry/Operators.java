package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The operators (经营户). */
@Singleton
public class Operators extends Records<String, Operator, OperatorRow> {
    private static final References REFERENCES = new References(
            List.of(
                    new References.Place(
                            "select count(*) from assignments where operator_no = :no", "岗位", "assignments"),
                    new References.Place(
                            "select count(*) from assignments_past p join people on no = person_no"
                                    + " where operator_no = :no",
                            "曾有的岗位",
                            "former assignments"),
                    new References.Place("""
                            select (select count(*) from activations where operator_no = :no)
                                + (select count(*) from signatures where operator_no = :no)""", "激活和签订", "activations and signatures"),
                    new References.Place("""
                            select (select count(*) from import_operators where operator_no = :no)
                                + (select count(*) from imported_goods where operator_no = :no)
                                + (select count(*) from contacts where operator_no = :no)""", "两张清单的记录", "entries of the two lists"),
                    new References.Place(
                            "select count(*) from batches where operator_no = :no", "申报的批次", "declared batches")),
            new Bilingual(
                    "请先将这些岗位改派给其他经营户或删除；有人曾为其工作或曾申报批次的经营户须保留。",
                    "Move these assignments to another operator, or delete them, first. An operator for whom somebody has"
                            + " worked, or that has declared a batch, stays."));

    /** Whether there is such an operator. */
    public boolean has(String id) {
        return Transactions.reading(() -> OperatorRow.count("operatorId", id) > 0);
    }

    /**
     * Operators by id, those after {@code after}.
     *
     * @param marketId only those of this market, if not null
     */
    public Page<Operator> page(@Nullable String marketId, String after, int limit) {
        return Transactions.reading(() -> {
            String all = "from OperatorRow o join fetch o.market m where o.operatorId > ?1";
            PanacheQuery<OperatorRow> found = marketId == null
                    ? OperatorRow.find(all + " order by o.operatorId", after)
                    : OperatorRow.find(all + " and m.marketId = ?2 order by o.operatorId", after, marketId);
            List<OperatorRow> rows = found.range(0, limit).list();
            return Page.of(rows, limit, Operators::facts, Operator::id);
        });
    }

    /** The row of an operator that was there when the draft was read. */
    static OperatorRow required(String id) {
        OperatorRow row = OperatorRow.<OperatorRow>find("operatorId", id).firstResult();
        if (row == null) {
            throw new OptimisticLockException("deleted meanwhile");
        }
        return row;
    }

    @Override
    @Nullable
    OperatorRow row(String id, LockModeType lock) {
        return OperatorRow.<OperatorRow>find("operatorId", id).withLock(lock).firstResult();
    }

    @Override
    Stored<Operator> stored(OperatorRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static Operator facts(OperatorRow row) {
        return new Operator(
                row.operatorId, row.market.marketId, row.name, row.sellsImported, row.activatedOn, row.letterSignedOn);
    }

    @Override
    OperatorRow fresh(String id) {
        OperatorRow row = new OperatorRow();
        row.operatorId = id;
        return row;
    }

    @Override
    void set(OperatorRow row, Operator facts) {
        row.market = Markets.required(facts.marketId());
        row.name = facts.name();
        row.sellsImported = facts.sellsImported();
        row.activatedOn = facts.activatedOn();
        row.letterSignedOn = facts.letterSignedOn();
    }

    @Override
    void requireUnreferred(OperatorRow row) {
        REFERENCES.requireNone(row.no);
    }
}
