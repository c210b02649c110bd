package org.anxin.desk;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.admission.DocumentKey;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Finds stored batches, the newest first: one statement counts them, one reads a page of them. */
@Singleton
public class BatchList {
    /** Every id is below its own text and this. */
    private static final String AFTER_IDS = "~";

    private static final String ROWS = """
            select b.id, b.state, m.id as market_id, m.name as market, o.id as operator_id, b.goods_name, b.origin,
                b.declared_on, b.arrives_on, d.as_of, d.codes, s.outcome is not null as settled
            from (select no from batches b %s order by no desc limit ? offset ?) page join batches b using (no)
            join markets m on m.no = b.market_no join operators o on o.no = b.operator_no
            join batch_decisions d on d.batch_no = b.no and d.no = b.decision
            left join batch_settlements s on s.batch_no = b.no and s.decision = b.decision
            order by b.no desc""";

    private static final String MARKET = "b.market_no = (select no from markets where id = ?)";

    private static final String OF_DAY =
            "(b.no, b.decision) in (select batch_no, no from batch_decisions where as_of = ?::date)";

    /** As {@code batch_decisions_lacking} has them. */
    static final String LACKING = """
            b.state = 'REJECTED' and (b.no, b.decision) in (select batch_no, no from batch_decisions
                where outcome = 'REJECT' and codes @> '{DOCUMENT_MISSING}')""";

    private static final String CALLED = """
            b.no in (select no from batches where id >= ? and id < ?
                union select no from batches where operator_no = (select no from operators where id = ?)
                union select batch_no from batch_documents where key = any (?))""";

    private final DataSource database;

    /** @param database with the stored batches */
    public BatchList(DataSource database) {
        this.database = database;
    }

    /**
     * Which batches are asked for; null asks for any.
     *
     * @param decidedFor epoch day of the newest decision; {@link Days#NONE} asks for any
     * @param isLacking whether only those are asked for that were refused for want of a document
     * @param called the beginning of an id, the id of an operator, or the number of a document
     * @param documentTypes whose numbers are looked up
     */
    public record Wanted(
            int decidedFor,
            @Nullable String marketId,
            @Nullable BatchState state,
            boolean isLacking,
            @Nullable String called,
            Collection<String> documentTypes) {}

    /**
     * A batch in a list.
     *
     * @param declaredOn epoch day, {@link Days#NONE} if missing
     * @param arrivesOn epoch day, likewise
     * @param decidedFor epoch day of the newest decision
     * @param codes of the findings of the newest decision
     * @param settled whether a person settled it
     */
    public record Row(
            String id,
            BatchState state,
            String marketId,
            String market,
            String operatorId,
            @Nullable String goodsName,
            @Nullable String origin,
            int declaredOn,
            int arrivesOn,
            int decidedFor,
            List<String> codes,
            boolean settled) {}

    /**
     * A part of a list.
     *
     * @param total how many there are in all
     */
    public record Found(int total, List<Row> rows) {}

    /**
     * Some of the batches that are asked for.
     *
     * @param from how many to pass over
     * @param limit at most so many
     */
    public Found find(Wanted wanted, int from, int limit) throws SQLException {
        return Snapshot.of(database, connection -> {
            List<Object> values = new ArrayList<>();
            String where = where(connection, wanted, values);
            Integer total = Objects.requireNonNull(Sql.one(
                    connection, "select count(*) from batches b " + where, row -> row.getInt(1), values.toArray()));
            values.add(limit);
            values.add(from);
            return new Found(total, Sql.list(connection, ROWS.formatted(where), BatchList::row, values.toArray()));
        });
    }

    private static String where(Connection connection, Wanted wanted, List<Object> values) throws SQLException {
        List<String> conditions = new ArrayList<>();
        if (wanted.decidedFor != Days.NONE) {
            conditions.add(OF_DAY);
            values.add(Objects.requireNonNull(Sql.date(wanted.decidedFor)));
        }
        if (wanted.marketId != null) {
            conditions.add(MARKET);
            values.add(wanted.marketId);
        }
        if (wanted.state != null) {
            conditions.add("b.state = ?");
            values.add(wanted.state.name());
        }
        if (wanted.isLacking) {
            conditions.add(LACKING);
        }
        if (wanted.called != null) {
            conditions.add(CALLED);
            values.addAll(List.of(wanted.called, wanted.called + AFTER_IDS, wanted.called));
            values.add(connection.createArrayOf("bytea", keys(wanted.called, wanted.documentTypes)));
        }
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static Object[] keys(String number, Collection<String> types) {
        return types.stream()
                .map(type -> DocumentKey.of(type, number))
                .filter(Objects::nonNull)
                .map(Keys::of)
                .toArray(byte[][]::new);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                BatchState.valueOf(row.getString("state")),
                row.getString("market_id"),
                row.getString("market"),
                row.getString("operator_id"),
                row.getString("goods_name"),
                row.getString("origin"),
                Sql.day(row, "declared_on"),
                Sql.day(row, "arrives_on"),
                Sql.day(row, "as_of"),
                List.of((String[]) row.getArray("codes").getArray()),
                row.getBoolean("settled"));
    }
}
