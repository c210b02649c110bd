package org.anxin.desk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.admission.DocumentKey;
import org.anxin.registry.Snapshot;

/** Traces documents: which batches present one, or did. */
@Singleton
public class Citations {
    private static final String CITATIONS = """
            select b.id, o.id as operator_id, m.id as market_id, b.declared_on, b.arrives_on, b.state, p.from_on,
                bool_or(d.replaced_by is null) as current
            from batch_documents d join batches b on b.no = d.batch_no join operators o on o.no = b.operator_no
            join markets m on m.no = b.market_no left join passes p on p.batch_no = b.no
            where d.key = ? group by b.no, o.no, m.no, p.code order by b.id""";

    private final DataSource database;

    /** @param database with the stored batches */
    public Citations(DataSource database) {
        this.database = database;
    }

    /**
     * Every batch that presents a document or did, by id.
     *
     * @param number as sent; not blank
     */
    public List<Citation> of(String type, String number) throws SQLException {
        byte[] key = Keys.of(Objects.requireNonNull(DocumentKey.of(type, number), "a number is not blank"));
        return Snapshot.of(database, connection -> Sql.list(connection, CITATIONS, Citations::citation, (Object) key));
    }

    private static Citation citation(ResultSet row) throws SQLException {
        return new Citation(
                row.getString("id"),
                row.getString("operator_id"),
                row.getString("market_id"),
                Sql.day(row, "declared_on"),
                Sql.day(row, "arrives_on"),
                BatchState.valueOf(row.getString("state")),
                row.getBoolean("current"),
                Sql.day(row, "from_on"));
    }
}
