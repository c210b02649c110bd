package org.anxin.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
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
    public Imports(DataSource database, Clock clock, SampledRefresh refresh) {
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

    private void refreshAfter(ImportKind kind) {
        if (kind == ImportKind.SAMPLES) {
            refresh.soon();
        }
    }
}
