package org.anxin.desk;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.files.StoredFile;
import org.anxin.registry.NoSuchRecordException;
import org.anxin.registry.OneTransaction;
import org.jspecify.annotations.Nullable;

/** Which files belong to the documents of batches. A document's newest file is the one that counts; earlier ones stay. */
@Singleton
public class DocumentFiles {
    private static final String INSERT = "insert into document_files (batch_no, document_no, sha256, size, media_type,"
            + " received_by) values (?, ?, ?, ?, ?, ?)";

    private final DataSource database;

    /** @param database with the stored batches */
    public DocumentFiles(DataSource database) {
        this.database = database;
    }

    /**
     * What a call left behind.
     *
     * @param changed false if the document had this file already
     */
    public record Done(FileOnRecord file, boolean changed) {}

    /**
     * Notes that a file, which is safe on the disk, is of a document.
     *
     * @throws NoSuchRecordException if there is no such document
     */
    public Done add(String batchId, int documentNo, StoredFile kept, String by) throws SQLException {
        return OneTransaction.of(database, connection -> {
            Keys.lockBatch(connection, batchId);
            StoredBatch batch = BatchRows.required(connection, batchId);
            FileOnRecord there = document(batch, documentNo).file();
            if (there != null && there.sha256().equals(kept.sha256())) {
                return new Done(there, false);
            }
            Sql.update(
                    connection,
                    INSERT,
                    batch.no(),
                    documentNo,
                    HexFormat.of().parseHex(kept.sha256()),
                    kept.size(),
                    kept.kind().mediaType(),
                    by);
            StoredBatch now = BatchRows.required(connection, batchId);
            return new Done(Objects.requireNonNull(document(now, documentNo).file()), true);
        });
    }

    /**
     * The document of this number.
     *
     * @throws NoSuchRecordException if there is none
     */
    public static StoredDocument document(@Nullable StoredBatch batch, int no) {
        if (batch == null || no < 1 || no > batch.documents().size()) {
            throw new NoSuchRecordException();
        }
        return batch.documents().get(no - 1);
    }
}
