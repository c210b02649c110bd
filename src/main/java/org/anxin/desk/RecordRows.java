package org.anxin.desk;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anxin.admission.Document;
import org.anxin.admission.DocumentKey;
import org.anxin.admission.LotUse;
import org.anxin.admission.OnRecord;

/** What is on record beside a batch: what others take of its documents, and which of them were found false. */
final class RecordRows {
    private static final String TAKEN = """
            select key, lot_no, unit, listed, sum(quantity) as quantity from lot_uses where key = any (?) and batch_no <> ?
            group by key, lot_no, unit, listed order by key, lot_no, unit, listed""";

    private static final String FOUND_FALSE =
            "select key from false_documents where key = any (?) and withdrawn is null";

    private static final String TAKE =
            "insert into lot_uses (batch_no, key, lot_no, unit, listed, quantity) values (?, ?, ?, ?, ?, ?)";

    private static final String GIVE_BACK = "delete from lot_uses where batch_no = ?";

    private RecordRows() {}

    /**
     * What is on record.
     *
     * @param batchNo number of the batch whose own uses do not count
     * @param documents that are presented with it
     */
    static OnRecord read(Connection connection, long batchNo, List<Document> documents, boolean admitted)
            throws SQLException {
        Map<String, DocumentKey> known = new HashMap<>();
        List<byte[]> keys = new ArrayList<>();
        for (Document document : documents) {
            DocumentKey key = DocumentKey.of(document);
            if (key != null && known.put(hex(Keys.of(key)), key) == null) {
                keys.add(Keys.of(key));
            }
        }
        Array asked = connection.createArrayOf("bytea", keys.toArray(byte[][]::new));
        Set<DocumentKey> foundFalse = new HashSet<>(Sql.list(connection, FOUND_FALSE, row -> key(row, known), asked));
        List<LotUse> taken = Sql.list(connection, TAKEN, row -> use(row, known), asked, batchNo);
        return new OnRecord(admitted, Set.copyOf(foundFalse), List.copyOf(taken));
    }

    private static LotUse use(ResultSet row, Map<String, DocumentKey> known) throws SQLException {
        return new LotUse(
                key(row, known),
                row.getString("lot_no"),
                row.getString("unit"),
                row.getBigDecimal("listed"),
                row.getBigDecimal("quantity"));
    }

    private static DocumentKey key(ResultSet row, Map<String, DocumentKey> known) throws SQLException {
        return Objects.requireNonNull(known.get(hex(row.getBytes("key"))));
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    /** Notes what a batch takes, instead of what it took. */
    static void take(Connection connection, long batchNo, List<LotUse> uses) throws SQLException {
        giveBack(connection, batchNo);
        for (LotUse use : uses) {
            Sql.update(
                    connection,
                    TAKE,
                    batchNo,
                    Keys.of(use.document()),
                    use.lotNo(),
                    use.unit(),
                    use.listed(),
                    use.quantity());
        }
    }

    /** Lets others have what a batch took. */
    static void giveBack(Connection connection, long batchNo) throws SQLException {
        Sql.update(connection, GIVE_BACK, batchNo);
    }
}
