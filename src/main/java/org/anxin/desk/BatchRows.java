package org.anxin.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anxin.admission.Batch;
import org.anxin.admission.Goods;
import org.anxin.admission.Operator;
import org.anxin.onboarding.Span;
import org.anxin.registry.NoSuchRecordException;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Batches, as stored. */
final class BatchRows {
    private static final String INSERT = """
            insert into batches (id, operator_no, market_no, declared_on, arrives_on, supplier, goods_name, origin,
                cold_chain, lots, state, decision, received_by)
            select ?, o.no, coalesce(m.no, o.market_no), ?, ?, ?, ?, ?, ?, ?::json, 'REVIEW', 1, ?
            from operators o left join markets m on m.id = ? where o.id = ? and (m.no is not null or ?::text is null)
            returning no""";

    private static final String READ = """
            select b.no, b.id, o.id as operator_id, m.id as market_id, b.declared_on, b.arrives_on, b.supplier,
                b.goods_name, b.origin, b.cold_chain, b.lots, b.state, b.decision, b.received, b.received_by,
                o.activated_on, array(select from_on - date '1970-01-01' from activations where operator_no = o.no order by no)
                    as activated_from,
                array(select to_on - date '1970-01-01' from activations where operator_no = o.no order by no)
                    as activated_to,
                least(o.letter_signed_on, (select min(signed_on) from signatures where operator_no = o.no)) as signed_on
            from batches b join operators o on o.no = b.operator_no join markets m on m.no = b.market_no""";

    private static final String STATE = "update batches set state = ?, decision = ? where no = ?";

    private static final String RECALLS =
            "select false_document, recalled, recalled_by from recalls where batch_no = ? order by recalled, false_document";

    private BatchRows() {}

    /**
     * Adds a batch, whose market is that of its operator if it names none.
     *
     * @throws NoSuchRecordException if the operator or the market is registered no more
     */
    static long insert(Connection connection, Batch batch, String by) throws SQLException {
        Goods goods = batch.goods();
        Operator operator = batch.operator();
        Long no = Sql.one(
                connection,
                INSERT,
                row -> row.getLong(1),
                batch.id(),
                Sql.date(batch.declaredOn()),
                Sql.date(batch.arrivesOn()),
                batch.supplier(),
                goods == null ? null : goods.name(),
                goods == null ? null : goods.origin(),
                goods == null ? null : goods.coldChain(),
                LotsColumn.text(batch.lots()),
                by,
                batch.marketId(),
                operator == null ? null : operator.id(),
                batch.marketId());
        if (no == null) {
            throw new NoSuchRecordException();
        }
        return no;
    }

    /** Tells how a batch stands, and which decision is the newest. */
    static void update(Connection connection, long no, BatchState state, int decision) throws SQLException {
        Sql.update(connection, STATE, state.name(), decision, no);
    }

    /** The batch, null if there is none. */
    static @Nullable StoredBatch find(Connection connection, String id) throws SQLException {
        List<StoredBatch> found = read(connection, " where b.id = ?", id);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The batch, which is there. */
    static StoredBatch required(Connection connection, String id) throws SQLException {
        StoredBatch found = find(connection, id);
        if (found == null) {
            throw new NoSuchRecordException();
        }
        return found;
    }

    /** What a batch was declared as, also before its first decision. */
    static DeclaredBatch declared(Connection connection, String id) throws SQLException {
        return Objects.requireNonNull(Sql.one(connection, READ + " where b.id = ?", BatchRows::declared, id));
    }

    /** The batch, whose row nobody else may write until the end of the transaction. */
    static StoredBatch locked(Connection connection, String id) throws SQLException {
        List<StoredBatch> found = read(connection, " where b.id = ? for no key update of b", id);
        if (found.isEmpty()) {
            throw new NoSuchRecordException();
        }
        return found.get(0);
    }

    /**
     * Batches.
     *
     * @param condition what follows in the statement
     */
    static List<StoredBatch> read(Connection connection, String condition, @Nullable Object... values)
            throws SQLException {
        List<Bare> bare = Sql.list(connection, READ + "\n" + condition, BatchRows::bare, values);
        List<StoredBatch> all = new ArrayList<>(bare.size());
        for (Bare one : bare) {
            all.add(whole(connection, one));
        }
        return all;
    }

    /** What the table of batches says about one. */
    private record Bare(DeclaredBatch declared, BatchState state, int decision, Instant received, String receivedBy) {}

    private static Bare bare(ResultSet row) throws SQLException {
        return new Bare(
                declared(row),
                BatchState.valueOf(row.getString("state")),
                row.getInt("decision"),
                Sql.time(row, "received"),
                row.getString("received_by"));
    }

    private static DeclaredBatch declared(ResultSet row) throws SQLException {
        return new DeclaredBatch(row.getLong("no"), facts(row), activations(row), Sql.day(row, "signed_on"));
    }

    /** Registered with the operator, on record by themselves, or both: as wherever readiness is decided. */
    private static List<Span> activations(ResultSet row) throws SQLException {
        List<Span> all = new ArrayList<>();
        int registered = Sql.day(row, "activated_on");
        if (registered != Days.NONE) {
            all.add(new Span(registered, Days.OPEN));
        }
        @Nullable
        Integer[] from = (@Nullable Integer[]) row.getArray("activated_from").getArray();
        @Nullable
        Integer[] to = (@Nullable Integer[]) row.getArray("activated_to").getArray();
        for (int i = 0; i < from.length; i++) {
            Integer last = to[i];
            all.add(new Span(Objects.requireNonNull(from[i]), last == null ? Days.OPEN : last));
        }
        return List.copyOf(all);
    }

    private static Batch facts(ResultSet row) throws SQLException {
        Goods goods = new Goods(
                row.getString("goods_name"), row.getString("origin"), row.getObject("cold_chain", Boolean.class));
        return new Batch(
                row.getString("id"),
                row.getString("market_id"),
                new Operator(row.getString("operator_id"), null, Days.NONE),
                Sql.day(row, "declared_on"),
                Sql.day(row, "arrives_on"),
                row.getString("supplier"),
                goods,
                LotsColumn.lots(row.getString("lots")),
                List.of());
    }

    private static StoredBatch whole(Connection connection, Bare bare) throws SQLException {
        long no = bare.declared.no();
        return new StoredBatch(
                bare.declared,
                DocumentRows.read(connection, no),
                bare.state,
                Objects.requireNonNull(DecisionRows.read(connection, no, bare.decision)),
                Sql.list(connection, RECALLS, BatchRows::recall, no),
                bare.received,
                bare.receivedBy);
    }

    private static Recall recall(ResultSet row) throws SQLException {
        return new Recall(row.getInt("false_document"), Sql.time(row, "recalled"), row.getString("recalled_by"));
    }
}
