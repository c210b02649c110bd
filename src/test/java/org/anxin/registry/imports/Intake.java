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
import java.util.List;
import org.anxin.local.TestDatabase;
import org.anxin.policy.RuleTexts;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** Imports into a database of its own, and looks at what is stored. */
record Intake(TestDatabase database, Imports imports, SampledRefresh refresh) implements AutoCloseable {
    static final Words WORDS = RuleTexts.shipped().policy().ruleset().words();
    static final Path UPLOADS = Path.of("target/test-data/uploads");
    private static final Path DEMO = Path.of("src/main/resources/demo/binjiang-2022-04");

    static Intake open() {
        TestDatabase database = TestDatabase.migrated();
        SampledRefresh refresh = new SampledRefresh(database.dataSource());
        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        return new Intake(database, new Imports(database.dataSource(), clock, refresh), refresh);
    }

    /** One market, one operator and two people, P-1 and P-2. */
    static Intake withPeople() {
        Intake intake = open();
        intake.csv(ImportKind.MARKETS, "id,name,type,subdistrict\nM-1,一,FARMERS,\n");
        intake.csv(
                ImportKind.OPERATORS, "id,market_id,name,sells_imported,activated_on,letter_signed_on\nO-1,M-1,甲,,,\n");
        intake.csv(ImportKind.PEOPLE, "id,name,id_number,phone\nP-1,,,\nP-2,,,\n");
        return intake;
    }

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
