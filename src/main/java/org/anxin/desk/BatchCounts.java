package org.anxin.desk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.registry.Snapshot;

/** Counts the batches of every market: those that wait now, and those decided for a day. */
@Singleton
public class BatchCounts {
    /** Each number counts the list that {@link BatchList} finds for it. */
    private static final String COUNTS = """
            select m.id, m.name, sum(review) as review, sum(lacking) as lacking, sum(recalled) as recalled,
                sum(decided) as decided, sum(admitted) as admitted, sum(refused) as refused
            from (
                select b.market_no, count(*) filter (where b.state = 'REVIEW') as review, 0 as lacking,
                    count(*) filter (where b.state = 'RECALLED') as recalled, 0 as decided, 0 as admitted, 0 as refused
                from batches b where b.state in ('REVIEW', 'RECALLED') group by b.market_no
                union all
                select b.market_no, 0, count(*), 0, 0, 0, 0 from batches b where %s group by b.market_no
                union all
                select b.market_no, 0, 0, 0, count(*), count(*) filter (where b.state = 'ADMITTED'),
                    count(*) filter (where b.state = 'REJECTED')
                from batch_decisions d join batches b on b.no = d.batch_no and b.decision = d.no
                where d.as_of = ?::date group by b.market_no) counted
            join markets m on m.no = counted.market_no group by m.no order by m.id""".formatted(BatchList.LACKING);

    private final DataSource database;

    /** @param database with the stored batches */
    public BatchCounts(DataSource database) {
        this.database = database;
    }

    /**
     * The batches of a market.
     *
     * @param review that wait for a person
     * @param lacking that were refused for want of a document
     * @param recalled that are recalled
     * @param decided whose newest decision is for the day
     * @param admitted of those decided
     * @param refused of those decided
     */
    public record OfMarket(
            String marketId,
            String market,
            int review,
            int lacking,
            int recalled,
            int decided,
            int admitted,
            int refused) {}

    /**
     * The markets that have any, by id.
     *
     * @param day as an epoch day
     */
    public List<OfMarket> of(int day) throws SQLException {
        return Snapshot.of(database, connection -> Sql.list(connection, COUNTS, BatchCounts::ofMarket, Sql.date(day)));
    }

    private static OfMarket ofMarket(ResultSet row) throws SQLException {
        return new OfMarket(
                row.getString("id"),
                row.getString("name"),
                row.getInt("review"),
                row.getInt("lacking"),
                row.getInt("recalled"),
                row.getInt("decided"),
                row.getInt("admitted"),
                row.getInt("refused"));
    }
}
