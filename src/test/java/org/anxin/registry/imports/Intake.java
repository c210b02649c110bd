package org.anxin.registry.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.local.Tables;
import org.anxin.local.TestDatabase;
import org.anxin.personal.PersonalField;
import org.anxin.personal.Sealing;
import org.anxin.personal.TestKeys;
import org.anxin.policy.RuleTexts;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** Imports into a database of its own, and looks at what is stored. */
record Intake(TestDatabase database, Imports imports, SampledRefresh refresh) implements AutoCloseable {
    static final Words WORDS = RuleTexts.shipped().policy().ruleset().words();
    static final Sealing SEALING = TestKeys.sealing(TestKeys.ONE);
    static final Path UPLOADS = Path.of("target/test-data/uploads");
    private static final Path DEMO = Path.of("src/main/resources/demo/binjiang-2022-04");

    static Intake open() {
        TestDatabase database = TestDatabase.migrated();
        SampledRefresh refresh = new SampledRefresh(database.dataSource()) {
            @Override
            public void soon() {
                // Tests do it when they want it: it would wait for the emptying of tables, and that for it.
            }
        };
        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        return new Intake(database, new Imports(database.dataSource(), clock, refresh, SEALING), refresh);
    }

    /** With nothing but one market, one operator and two people, P-1 and P-2. */
    Intake begunAnew() {
        empty("markets, operators, people, assignments, samples, absences, sampled, sample_changes,"
                + " idempotency, markets_past, operators_past, people_past, assignments_past, samples_past, absences_past"
                + " restart identity");
        execute("insert into markets (id, name, type) values ('M-1', '一', 'FARMERS')");
        execute("insert into operators (id, market_no, name) values ('O-1', 1, '甲')");
        execute("insert into people (id) values ('P-1'), ('P-2')");
        return this;
    }

    /** Of which the demo district has files. */
    static final Set<ImportKind> DEMO_KINDS = EnumSet.range(ImportKind.MARKETS, ImportKind.ABSENCES);

    static byte[] demo(ImportKind kind) {
        try {
            return Files.readAllBytes(DEMO.resolve(kind.table() + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Report csv(ImportKind kind, String file) {
        return csv(kind, file.getBytes(StandardCharsets.UTF_8), null);
    }

    Report csv(ImportKind kind, byte[] file, @Nullable Charset declared) {
        try (Upload upload = Upload.of(new ByteArrayInputStream(file), UPLOADS)) {
            return imports.store(kind, upload, declared, WORDS);
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    boolean fillWithDemo() throws IOException, SQLException {
        Map<ImportKind, Upload> files = new EnumMap<>(ImportKind.class);
        for (ImportKind kind : DEMO_KINDS) {
            files.put(kind, Upload.of(new ByteArrayInputStream(demo(kind)), UPLOADS));
        }
        return imports.fill(files, WORDS);
    }

    /** The rows that a query finds, each as one text. */
    List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select row_values::text from (" + query + ") row_values")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    /** What is stored of a person, or null. */
    @Nullable
    String opened(PersonalField field, String id) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select " + field.column() + " from people where id = '" + id + "'")) {
            return found.next() ? SEALING.open(field, id, found.getBytes(1)) : null;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Empties tables, which the service may not. */
    void empty(String tables) {
        try {
            Tables.empty(database.dataSource(), tables);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long count(String table) {
        return Long.parseLong(rows("select count(*) from " + table).get(0).replaceAll("[()]", ""));
    }

    @Override
    public void close() {
        refresh.stop();
        database.close();
    }
}
