package org.anxin.desk;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Document;
import org.anxin.admission.OnRecord;
import org.anxin.policy.Policy;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The passes of admitted batches: codes that nobody can guess, and what they are worth at the gate. */
@Singleton
public class Passes {
    /** 144 bits, which are 24 characters without padding. */
    private static final int BYTES = 18;

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String ISSUE =
            "insert into passes (code, batch_no, from_on) values (?, ?, ?) on conflict (batch_no) do nothing";

    private static final String CODE = "select p.code from passes p join batches b on b.no = p.batch_no where b.id = ?";

    private static final String BY_CODE =
            "select b.id, p.from_on from passes p join batches b on b.no = p.batch_no where p.code = ?";

    private final DataSource database;

    /** @param database with the stored batches */
    public Passes(DataSource database) {
        this.database = database;
    }

    /** Gives a batch its code, unless it has one; tells whether it did. */
    static boolean issue(Connection connection, long batchNo, int fromOn) throws SQLException {
        byte[] code = new byte[BYTES];
        RANDOM.nextBytes(code);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        return Sql.update(connection, ISSUE, text, batchNo, Sql.date(fromOn)) == 1;
    }

    /** The code of a batch, null if it was never admitted. */
    public @Nullable String code(String batchId) throws SQLException {
        return Snapshot.of(
                        database,
                        connection -> Optional.ofNullable(Sql.one(connection, CODE, row -> row.getString(1), batchId)))
                .orElse(null);
    }

    /**
     * What a pass is worth.
     *
     * @param batch the batch that it stands for
     * @param asOf epoch day asked about
     * @param validUntil epoch day on which the first of the documents expires, {@link Days#NONE} if none gives a day
     * @param reasons why it does not count on that day; empty if it does
     */
    public record Worth(StoredBatch batch, int asOf, int validUntil, List<PassReason> reasons) {

        /** Whether the admission counts on the day. */
        public boolean valid() {
            return reasons.isEmpty();
        }
    }

    /**
     * What a pass is worth on a day.
     *
     * @param asOf epoch day
     * @param policy whose rules say when an admission stops counting
     * @return null if there is no such pass
     * @throws UndecidableBatchException if its documents use a word that the policy does not declare
     */
    public @Nullable Worth worth(String code, int asOf, Policy policy) throws SQLException {
        return Snapshot.of(database, connection -> {
                    Held held = Sql.one(
                            connection, BY_CODE, row -> new Held(row.getString("id"), Sql.day(row, "from_on")), code);
                    return held == null ? Optional.<Worth>empty() : Optional.of(worth(connection, held, asOf, policy));
                })
                .orElse(null);
    }

    private record Held(String batchId, int fromOn) {}

    private static Worth worth(Connection connection, Held held, int asOf, Policy policy) throws SQLException {
        StoredBatch batch = BatchRows.required(connection, held.batchId);
        Presentation.requireDeclaredWords(batch.documents(), policy.ruleset().words());
        OnRecord onRecord = RecordRows.read(connection, batch.no(), batch.presented(), true);
        Batch facts = batch.declared().on(asOf, batch.presented());
        BatchDecision standing = policy.admission().decide(facts, onRecord, asOf);
        List<PassReason> reasons = PassReason.of(
                batch.state(),
                held.fromOn > asOf,
                standing.findings(),
                policy.ruleset().words());
        return new Worth(batch, asOf, validUntil(facts.documents()), reasons);
    }

    private static int validUntil(List<Document> documents) {
        return documents.stream()
                .mapToInt(Document::validUntil)
                .filter(Days::known)
                .min()
                .orElse(Days.NONE);
    }
}
