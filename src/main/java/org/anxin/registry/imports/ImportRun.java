package org.anxin.registry.imports;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.json.ErrorCode;
import org.anxin.registry.DatabaseFault;
import org.anxin.registry.LeftCopy;
import org.anxin.time.Days;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Carries rows into the database within a transaction of the caller: good rows are staged by COPY, then stored by one
 * statement. Nothing is stored until the caller commits.
 */
final class ImportRun {
    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int MOST_ATTEMPTS = 5;

    private final Connection connection;
    private final @Nullable DataSource others;

    /**
     * Imports within a transaction.
     *
     * @param connection with a transaction in progress
     * @param others gives connections for what had better be committed at once; null if the transaction has already written
     *     something, for which they would wait
     */
    ImportRun(Connection connection, @Nullable DataSource others) {
        this.connection = connection;
        this.others = others;
    }

    /** Stores the rows of {@code source}. */
    Report store(ImportKind kind, RowSource source) throws IOException, SQLException {
        MergeSql sql = new MergeSql(kind, source.columns());
        Rejections rejections = new Rejections();
        execute(sql.createStaged());
        StagedRow row = stage(sql, source, rejections);
        execute("analyze " + kind.staged());
        if (sql.hasTime()) {
            Partitions.make(connection, kind.staged(), row.takenDays(), others);
        }
        Report report = merge(sql, row, rejections);
        execute("drop table " + kind.staged());
        return report;
    }

    private StagedRow stage(MergeSql sql, RowSource source, Rejections rejections) throws IOException, SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql.copyStaged());
        try {
            StagedRow row = new StagedRow(copy);
            source.feed(row, rejections);
            row.finish();
            return row;
        } catch (IOException | SQLException | RuntimeException e) {
            cancel(copy, e);
            throw e;
        }
    }

    private void cancel(CopyIn copy, Exception cause) {
        try {
            LeftCopy.cancel(copy, connection);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private Report merge(MergeSql sql, StagedRow row, Rejections rejections) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            Savepoint before = connection.setSavepoint();
            try {
                Report report = mergeOnce(sql, row, rejections);
                connection.releaseSavepoint(before);
                return report;
            } catch (SQLException e) {
                if (DatabaseFault.of(e) != DatabaseFault.LOST_RACE || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LOG.debugf("An import is merged again after %s", e.getSQLState());
                connection.rollback(before);
            }
        }
    }

    private Report mergeOnce(MergeSql sql, StagedRow row, Rejections rejections) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(sql.merge())) {
            if (sql.hasTime()) {
                BitSet days = row.takenDays();
                int last = Math.max(0, days.length() - 1);
                merge.setObject(1, LocalDate.ofEpochDay((long) Days.FIRST + Math.max(0, days.nextSetBit(0))));
                merge.setObject(2, LocalDate.ofEpochDay((long) Days.FIRST + last));
            }
            try (ResultSet counts = merge.executeQuery()) {
                counts.next();
                long written = counts.getLong(1);
                long dangling = counts.getLong(2);
                return rejections.report(
                        written, row.count() - written - dangling, dangling(counts.getArray(3)), dangling);
            }
        }
    }

    private static List<Rejected> dangling(Array linesAndColumns) throws SQLException {
        List<Rejected> rows = new ArrayList<>();
        for (String row : (String[]) linesAndColumns.getArray()) {
            int space = row.indexOf(' ');
            ErrorCode code = ErrorCode.UNKNOWN_REFERENCE;
            rows.add(new Rejected(Long.parseLong(row, 0, space, 10), row.substring(space + 1), code, code.message()));
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
