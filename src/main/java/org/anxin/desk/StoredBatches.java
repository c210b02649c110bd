package org.anxin.desk;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.OnRecord;
import org.anxin.policy.Policy;
import org.anxin.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** Reads stored batches. */
@Singleton
public class StoredBatches {
    private static final String PAGE = """
             where b.id > ? and (?::text is null or b.state = ?) and (?::text is null or m.id = ?)
                and (?::text is null or o.id = ?) order by b.id limit ?""";

    private static final String OF_DAYS = """
             join batch_decisions d on d.batch_no = b.no and d.no = b.decision
            where d.as_of between ? and ? and b.no > ? order by b.no limit ?""";

    private final DataSource database;

    /** @param database with the stored batches */
    public StoredBatches(DataSource database) {
        this.database = database;
    }

    /** The batch, null if there is none. */
    public @Nullable StoredBatch find(String id) throws SQLException {
        return Snapshot.of(database, connection -> Optional.ofNullable(BatchRows.find(connection, id)))
                .orElse(null);
    }

    /** All decisions about a batch, the earliest first; null if there is no such batch. */
    public @Nullable List<MadeDecision> decisions(String id) throws SQLException {
        return Snapshot.of(database, connection -> {
                    StoredBatch batch = BatchRows.find(connection, id);
                    return batch == null
                            ? Optional.<List<MadeDecision>>empty()
                            : Optional.of(DecisionRows.all(connection, batch.no()));
                })
                .orElse(null);
    }

    /**
     * Which batches are asked for; null asks for any.
     *
     * @param after id after which to begin; empty for the first page
     */
    public record Wanted(
            @Nullable BatchState state,
            @Nullable String marketId,
            @Nullable String operatorId,
            String after,
            int limit) {}

    /** Batches by id. */
    public List<StoredBatch> page(Wanted wanted) throws SQLException {
        String state = wanted.state == null ? null : wanted.state.name();
        return Snapshot.of(
                database,
                connection -> BatchRows.read(
                        connection,
                        PAGE,
                        wanted.after,
                        state,
                        state,
                        wanted.marketId,
                        wanted.marketId,
                        wanted.operatorId,
                        wanted.operatorId,
                        wanted.limit));
    }

    /**
     * A stored batch with everything that deciding it takes.
     *
     * @param onRecord what is on record beside it now
     */
    public record Decidable(StoredBatch batch, OnRecord onRecord) {

        /**
         * What deciding the batch again, as of the day of its newest decision, would say. What a person settled, and that
         * the batch was recalled, play no part in it.
         *
         * @param policy to decide by
         * @return null if the documents use a word that the ruleset does not declare
         */
        public @Nullable BatchDecision by(Policy policy) {
            if (Presentation.undeclaredWord(batch.documents(), policy.ruleset().words()) != null) {
                return null;
            }
            int asOf = batch.decision().asOf();
            return policy.admission().decide(batch.declared().on(asOf, batch.presented()), onRecord, asOf);
        }
    }

    /**
     * Batches whose newest decision is for one of these days, in the order in which they were declared.
     *
     * @param connection in a transaction that reads repeatably, for one moment
     * @param from epoch day
     * @param to epoch day, not before {@code from}
     * @param after number of the batch after which to begin; 0 for the first page
     * @param limit at most so many
     */
    public static List<Decidable> ofDays(Connection connection, int from, int to, long after, int limit)
            throws SQLException {
        List<Decidable> page = new ArrayList<>();
        for (StoredBatch batch : BatchRows.read(connection, OF_DAYS, Sql.date(from), Sql.date(to), after, limit)) {
            page.add(new Decidable(batch, RecordRows.read(connection, batch.no(), batch.presented(), false)));
        }
        return page;
    }
}
