package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anxin.registry.OneTransaction;
import org.jspecify.annotations.Nullable;

/** The figures of runs in their table. */
final class StoredFigures {
    private static final String READ = """
            select id, counts from run_figures left join markets on markets.no = market_no where sweep = ?""";
    private static final String WRITE = """
            insert into run_figures (sweep, market_no, counts) select ?, no, ?::integer[]
            from (select null::integer as no where ?::text is null union all select no from markets where id = ?) place
            on conflict do nothing""";

    private StoredFigures() {}

    /** The figures of a run; null if they are not there. */
    static @Nullable DayFigures read(DataSource database, Sweep run) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(READ)) {
            query.setInt(1, run.no());
            DayFigures.Counts total = null;
            SortedMap<String, DayFigures.Counts> markets = new TreeMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    DayFigures.Counts counts =
                            DayFigures.Counts.of((Integer[]) row.getArray(2).getArray());
                    if (row.getString(1) == null) {
                        total = counts;
                    } else {
                        markets.put(row.getString(1), counts);
                    }
                }
            }
            return total == null ? null : new DayFigures(run, total, markets);
        }
    }

    /** Keeps them, unless somebody else did. */
    static void write(DataSource database, DayFigures figures) throws SQLException {
        OneTransaction.of(database, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
                add(insert, connection, figures.run(), null, figures.total());
                for (Map.Entry<String, DayFigures.Counts> market :
                        figures.markets().entrySet()) {
                    add(insert, connection, figures.run(), market.getKey(), market.getValue());
                }
                return insert.executeBatch().length;
            }
        });
    }

    private static void add(
            PreparedStatement insert,
            Connection connection,
            Sweep run,
            @Nullable String marketId,
            DayFigures.Counts counts)
            throws SQLException {
        insert.setInt(1, run.no());
        insert.setArray(2, connection.createArrayOf("integer", counts.all()));
        insert.setString(3, marketId);
        insert.setString(4, marketId);
        insert.addBatch();
    }
}
