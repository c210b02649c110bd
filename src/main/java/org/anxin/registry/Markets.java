package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The markets. */
@Singleton
public class Markets extends Records<String, Market, MarketRow> {
    private static final References REFERENCES = new References(
            List.of(
                    new References.Place("select count(*) from operators where market_no = :no", "经营户", "operators"),
                    new References.Place("select count(*) from assignments where market_no = :no", "岗位", "assignments"),
                    new References.Place(
                            "select count(*) from assignments_past p join people on no = person_no where market_no = :no",
                            "曾有的岗位",
                            "former assignments"),
                    new References.Place(
                            "select count(*) from batches where market_no = :no", "申报的批次", "declared batches"),
                    new References.Place(
                            "select count(distinct sweep) from sweep_markets where market_no = :no", "核查", "sweeps"),
                    new References.Place("select count(*) from notices where market_no = :no", "通知", "notices"),
                    new References.Place("select count(*) from cameras where market_no = :no", "摄像机", "cameras"),
                    new References.Place("select count(*) from visits where market_no = :no", "巡查", "patrols")),
            new Bilingual(
                    "请先删除或改派这些经营户和岗位；有人曾在此有岗位、有过申报批次或已被核查过的市场须保留，请改为结束其岗位。",
                    "Delete or move these operators and assignments first. A market where somebody had an assignment, for"
                            + " which a batch was declared, or that a sweep has counted, stays: end its assignments instead."));

    /** Whether there is such a market. */
    public boolean has(String id) {
        return Transactions.reading(() -> MarketRow.count("marketId", id) > 0);
    }

    /** Markets by id, those after {@code after}. */
    public Page<Market> page(String after, int limit) {
        return Transactions.reading(() -> {
            List<MarketRow> rows = MarketRow.<MarketRow>find("marketId > ?1 order by marketId", after)
                    .range(0, limit)
                    .list();
            return Page.of(rows, limit, Markets::facts, Market::id);
        });
    }

    /** The row of a market that was there when the draft was read. */
    static MarketRow required(String id) {
        MarketRow row = MarketRow.<MarketRow>find("marketId", id).firstResult();
        if (row == null) {
            throw new OptimisticLockException("deleted meanwhile");
        }
        return row;
    }

    @Override
    @Nullable
    MarketRow row(String id, LockModeType lock) {
        return MarketRow.<MarketRow>find("marketId", id).withLock(lock).firstResult();
    }

    @Override
    Stored<Market> stored(MarketRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static Market facts(MarketRow row) {
        return new Market(row.marketId, row.name, row.type, row.subdistrict);
    }

    @Override
    MarketRow fresh(String id) {
        MarketRow row = new MarketRow();
        row.marketId = id;
        return row;
    }

    @Override
    void set(MarketRow row, Market facts) {
        row.name = facts.name();
        row.type = facts.type();
        row.subdistrict = facts.subdistrict();
    }

    @Override
    void requireUnreferred(MarketRow row) {
        REFERENCES.requireNone(row.no);
    }
}
