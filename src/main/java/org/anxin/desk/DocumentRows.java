package org.anxin.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.anxin.admission.Document;
import org.jspecify.annotations.Nullable;

/** The documents of batches, as stored. */
final class DocumentRows {
    private static final String INSERT = """
            insert into batch_documents (batch_no, no, type, number, key, issued_on, valid_until, sampled_on, holder,
                goods_name, origin, result, lots, decision, added_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)""";

    private static final String READ = """
            select d.no, d.type, d.number, d.issued_on, d.valid_until, d.sampled_on, d.holder, d.goods_name, d.origin,
                d.result, d.lots, d.decision, d.replaced_by, d.added, d.added_by,
                f.sha256, f.size, f.media_type, f.received, f.received_by
            from batch_documents d left join lateral (select * from document_files f
                where f.batch_no = d.batch_no and f.document_no = d.no order by f.no desc limit 1) f on true
            where d.batch_no = ? order by d.no""";

    private static final String REPLACE =
            "update batch_documents set replaced_by = ? where batch_no = ? and no = ? and replaced_by is null";

    private DocumentRows() {}

    /**
     * Adds a document.
     *
     * @param decision number of the first decision for which it is presented
     */
    static void insert(Connection connection, long batchNo, int no, Document document, int decision, String by)
            throws SQLException {
        Sql.update(
                connection,
                INSERT,
                batchNo,
                no,
                document.type(),
                document.number(),
                Keys.of(document),
                Sql.date(document.issuedOn()),
                Sql.date(document.validUntil()),
                Sql.date(document.sampledOn()),
                document.holder(),
                document.goodsName(),
                document.origin(),
                document.result(),
                LotsColumn.text(document.lots()),
                decision,
                by);
    }

    /** Lets one document take the place of another. */
    static void replace(Connection connection, long batchNo, int no, int by) throws SQLException {
        Sql.update(connection, REPLACE, by, batchNo, no);
    }

    /** All documents of a batch. */
    static List<StoredDocument> read(Connection connection, long batchNo) throws SQLException {
        return Sql.list(connection, READ, DocumentRows::stored, batchNo);
    }

    private static StoredDocument stored(ResultSet row) throws SQLException {
        return new StoredDocument(
                row.getInt("no"),
                facts(row),
                row.getInt("decision"),
                row.getObject("replaced_by", Integer.class),
                Sql.time(row, "added"),
                row.getString("added_by"),
                file(row));
    }

    private static Document facts(ResultSet row) throws SQLException {
        return new Document(
                row.getString("type"),
                row.getString("number"),
                Sql.day(row, "issued_on"),
                Sql.day(row, "valid_until"),
                Sql.day(row, "sampled_on"),
                row.getString("holder"),
                row.getString("goods_name"),
                row.getString("origin"),
                row.getString("result"),
                LotsColumn.lots(row.getString("lots")));
    }

    private static @Nullable FileOnRecord file(ResultSet row) throws SQLException {
        byte[] sha256 = row.getBytes("sha256");
        return sha256 == null
                ? null
                : new FileOnRecord(
                        HexFormat.of().formatHex(sha256),
                        row.getLong("size"),
                        row.getString("media_type"),
                        Sql.time(row, "received"),
                        row.getString("received_by"));
    }
}
