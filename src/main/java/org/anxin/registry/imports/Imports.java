package org.anxin.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.anxin.load.Background;
import org.anxin.registry.imports.Content.Meaning;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** Imports files of facts: a whole file is stored, except the rows that the report names, or nothing of it. */
@ApplicationScoped
public class Imports {
    private final DataSource database;
    private final ZoneId zone;
    private final SampledRefresh refresh;

    /** @param clock in whose zone times become civil days */
    public Imports(
            @io.quarkus.agroal.DataSource(Background.POOL) DataSource database, Clock clock, SampledRefresh refresh) {
        this.database = database;
        this.zone = clock.getZone();
        this.refresh = refresh;
    }

    /**
     * Stores a CSV file.
     *
     * @param declared the encoding that the sender named; null if none
     * @param words that the facts may use
     * @throws UnreadableFileException if it is no table of this kind
     * @throws SQLException if the database fails; nothing is stored then, or, if the connection was lost during the very
     *     commit, all of it
     */
    public Report store(ImportKind kind, Upload file, @Nullable Charset declared, Words words)
            throws IOException, SQLException {
        RowSource rows = new CsvRows(file, declared, kind, new Meaning(words, zone));
        Report report = Transaction.in(database, connection -> new ImportRun(connection, database).store(kind, rows));
        refreshAfter(kind);
        return report;
    }

    /**
     * Stores files into a registry in which there is nothing yet, all of them or nothing.
     *
     * @param files in UTF-8, without mistakes
     * @return false if there is something, and then nothing was done
     */
    public boolean fill(Map<ImportKind, Upload> files, Words words) throws IOException, SQLException {
        boolean filled = Transaction.in(database, connection -> {
            if (!isEmpty(connection)) {
                return false;
            }
            for (ImportKind kind : ImportKind.values()) {
                Upload file = files.get(kind);
                if (file != null) {
                    fill(connection, new CsvRows(file, StandardCharsets.UTF_8, kind, new Meaning(words, zone)), kind);
                }
            }
            return true;
        });
        refreshAfter(ImportKind.SAMPLES);
        return filled;
    }

    private static void fill(Connection connection, RowSource rows, ImportKind kind) throws IOException, SQLException {
        Report report = new ImportRun(connection, null).store(kind, rows);
        if (!report.rejected().isEmpty()) {
            throw new IllegalStateException("rows of " + kind + " were rejected: " + report.rejected());
        }
    }

    /** The lock keeps two nodes that start at once from filling it twice. */
    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('fill', 0))");
            try (ResultSet found = statement.executeQuery(
                    "select not exists (select from markets) and not exists (select from people)")) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    private void refreshAfter(ImportKind kind) {
        if (kind == ImportKind.SAMPLES) {
            refresh.soon();
        }
    }
}
