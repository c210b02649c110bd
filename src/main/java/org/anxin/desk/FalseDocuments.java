package org.anxin.desk;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.anxin.admission.DocumentKey;
import org.anxin.registry.NoSuchRecordException;
import org.anxin.registry.OneTransaction;
import org.anxin.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** The register of documents found false. Whatever was admitted under one is recalled in the same transaction. */
@Singleton
public class FalseDocuments {
    private static final String COLUMNS =
            "no, type, number, reason, found, found_by, withdrawn, withdrawn_by, withdrawn_reason";

    private static final String INSERT =
            "insert into false_documents (type, number, key, reason, found_by) values (?, ?, ?, ?, ?) returning "
                    + COLUMNS;

    private static final String STANDING =
            "select " + COLUMNS + " from false_documents where key = ? and withdrawn is null";

    private static final String BY_NO = "select " + COLUMNS + " from false_documents where no = ?";

    private static final String LIST =
            "select " + COLUMNS + " from false_documents where no < ? order by no desc limit ?";

    private static final String WITHDRAW = "update false_documents set withdrawn = statement_timestamp(),"
            + " withdrawn_reason = ?, withdrawn_by = ? where no = ? and withdrawn is null";

    /** Rows are locked in the order of their numbers, and once a document is locked nobody who cites it is deciding. */
    private static final String CONCERNED = """
            select no, id, state from batches where state in ('ADMITTED', 'REVIEW') and no in (
                select batch_no from batch_documents where key = ? and replaced_by is null)
            order by no for no key update""";

    private static final String RECALL =
            "insert into recalls (batch_no, false_document, state, recalled_by) values (?, ?, ?, ?)";

    private static final String RECALLED = "update batches set state = 'RECALLED' where no = ?";

    private final DataSource database;

    /** @param database with the stored batches */
    public FalseDocuments(DataSource database) {
        this.database = database;
    }

    /**
     * What a call left behind.
     *
     * @param changed false if the document was on record as false already
     */
    public record Done(FalseDocument document, boolean changed) {}

    /**
     * Puts a document on record as false, recalls every batch that was admitted or waits for a person with it, and tells
     * the markets.
     *
     * @param number as sent; not blank
     */
    public Done find(String type, String number, String reason, String by) throws SQLException {
        DocumentKey key = key(type, number);
        return OneTransaction.of(database, connection -> {
            Keys.lock(connection, key);
            FalseDocument there = Sql.one(connection, STANDING, FalseDocuments::entry, (Object) Keys.of(key));
            if (there != null) {
                return new Done(there, false);
            }
            FalseDocument fresh = Objects.requireNonNull(
                    Sql.one(connection, INSERT, FalseDocuments::entry, type, number, Keys.of(key), reason, by));
            recall(connection, key, fresh, by);
            RecallNotices.add(connection, fresh);
            return new Done(fresh, true);
        });
    }

    private static DocumentKey key(String type, String number) {
        return Objects.requireNonNull(DocumentKey.of(type, number), "a number is not blank");
    }

    private record Concerned(long no, String id, String state) {}

    private static void recall(Connection connection, DocumentKey key, FalseDocument falseDocument, String by)
            throws SQLException {
        List<Concerned> concerned = Sql.list(
                connection,
                CONCERNED,
                row -> new Concerned(row.getLong("no"), row.getString("id"), row.getString("state")),
                (Object) Keys.of(key));
        int today = DeskLog.today(connection);
        for (Concerned batch : concerned) {
            Sql.update(connection, RECALL, batch.no, falseDocument.no(), batch.state, by);
            Sql.update(connection, RECALLED, batch.no);
            RecordRows.giveBack(connection, batch.no);
            DeskLog log = new DeskLog(connection, batch.no, batch.id, today);
            log.recalled(key, falseDocument.no(), batch.state);
            log.write();
        }
    }

    /**
     * Withdraws an entry that was an error. Batches that were recalled stay so until they are decided again. One that was
     * withdrawn stays as it is.
     */
    public Done withdraw(int no, String reason, String by) throws SQLException {
        return OneTransaction.of(database, connection -> {
            FalseDocument there = required(connection, no);
            Keys.lock(connection, key(there.type(), there.number()));
            boolean changed = Sql.update(connection, WITHDRAW, reason, by, no) == 1;
            return new Done(required(connection, no), changed);
        });
    }

    private static FalseDocument required(Connection connection, int no) throws SQLException {
        FalseDocument there = Sql.one(connection, BY_NO, FalseDocuments::entry, no);
        if (there == null) {
            throw new NoSuchRecordException();
        }
        return there;
    }

    /** An entry, null if there is none. */
    public @Nullable FalseDocument entry(int no) throws SQLException {
        return Snapshot.of(
                        database,
                        connection -> Optional.ofNullable(Sql.one(connection, BY_NO, FalseDocuments::entry, no)))
                .orElse(null);
    }

    /** The newest entries whose numbers are below {@code before}. */
    public List<FalseDocument> latest(int before, int limit) throws SQLException {
        return Snapshot.of(database, connection -> Sql.list(connection, LIST, FalseDocuments::entry, before, limit));
    }

    private static FalseDocument entry(ResultSet row) throws SQLException {
        return new FalseDocument(
                row.getInt("no"),
                row.getString("type"),
                row.getString("number"),
                row.getString("reason"),
                Sql.time(row, "found"),
                row.getString("found_by"),
                withdrawal(row));
    }

    private static FalseDocument.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        String reason = row.getString("withdrawn_reason");
        return reason == null
                ? null
                : new FalseDocument.Withdrawal(reason, Sql.time(row, "withdrawn"), row.getString("withdrawn_by"));
    }
}
