package org.anxin.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.anxin.notices.Notice;
import org.anxin.notices.Outbox;

/** Tells each market concerned that batches there were recalled because a document was found false. */
final class RecallNotices {
    private static final String TYPE = "batches-recalled";

    private static final String MARKETS = """
            select m.no, m.id, count(*) as batches, count(distinct b.operator_no) as operators,
                count(*) filter (where r.state = 'ADMITTED') as admitted
            from recalls r join batches b on b.no = r.batch_no join markets m on m.no = b.market_no
            where r.false_document = ? group by m.no, m.id order by m.id""";

    private RecallNotices() {}

    /**
     * One notice a market. As the last thing that the transaction writes: see {@link Outbox}.
     *
     * @param connection in the transaction that recalled them
     */
    static void add(Connection connection, FalseDocument document) throws SQLException {
        List<Notice> notices = Sql.list(connection, MARKETS, row -> notice(row, document), document.no());
        Outbox.add(connection, notices);
    }

    private static Notice notice(ResultSet row, FalseDocument document) throws SQLException {
        String market = row.getString("id");
        int batches = row.getInt("batches");
        int admitted = row.getInt("admitted");
        int operators = row.getInt("operators");
        return Notice.of(TYPE + '/' + document.no() + '/' + market, TYPE, row.getInt("no"), null, out -> {
            out.writeStringField("documentType", document.type());
            out.writeNumberField("batches", batches);
            out.writeNumberField("admitted", admitted);
            out.writeNumberField("operators", operators);
            out.writeStringField("falseDocument", "/api/v1/false-documents/" + document.no());
            out.writeStringField(
                    "citations",
                    "/api/v1/citations?type=" + escaped(document.type()) + "&number=" + escaped(document.number()));
            out.writeStringField("recalled", "/api/v1/batches?state=RECALLED&market=" + market);
        });
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
