package org.anxin.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anxin.registry.DatabaseFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Imports at the same time, and imports that break off. */
@Timeout(120)
class RacesTest {
    private static final int ROWS = 3_000;
    private static final Intake INTAKE = Intake.open();

    private final Intake intake = INTAKE.begunAnew();

    @AfterAll
    static void close() {
        INTAKE.close();
    }

    private static String samples(boolean backwards) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add("P-%d,2022-%02d-%02dT%02d:%02d:00+08:00,NEGATIVE,甲"
                    .formatted(1 + i % 2, 3 + i % 3, 1 + i / 2 % 28, i / 60 % 24, i % 60));
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        return "person_id,taken_at,result,laboratory\n" + String.join("\n", rows);
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(works)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void twoImportsOfTheSameRowsBothSucceedAndEveryRowIsNewOnce() throws Exception {
        List<Report> reports = atOnce(List.of(
                () -> intake.csv(ImportKind.SAMPLES, samples(false)),
                () -> intake.csv(ImportKind.SAMPLES, samples(true)),
                () -> intake.csv(ImportKind.SAMPLES, samples(false))));
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.rejected()).isEmpty();
            assertThat(report.accepted() + report.unchanged()).isEqualTo(ROWS);
        });
        assertThat(reports.stream().mapToLong(Report::accepted).sum()).isEqualTo(intake.count("samples"));
        assertThat(intake.count("samples_past")).isZero();
    }

    @Test
    void twoImportsThatContradictEachOtherBothSucceed() throws Exception {
        String people = "id,name,id_number,phone\n";
        StringBuilder one = new StringBuilder(people);
        StringBuilder other = new StringBuilder(people);
        for (int i = 0; i < ROWS; i++) {
            one.append("Q-").append(i).append(",甲,,\n");
            other.append("Q-").append(ROWS - 1 - i).append(",乙,,\n");
        }
        List<Report> reports = atOnce(List.of(
                () -> intake.csv(ImportKind.PEOPLE, one.toString()),
                () -> intake.csv(ImportKind.PEOPLE, other.toString())));
        assertThat(reports).extracting(Report::accepted).containsExactly((long) ROWS, (long) ROWS);
        assertThat(
                        intake.rows(
                                "select count(*), count(distinct substring(name from 1 for 9)) from people where id like 'Q-%'"))
                .containsExactly("(" + ROWS + ",1)");
    }

    /** Rows at whose end the database loses the connection. */
    private final class Cut implements RowSource {
        private final Connection connection;

        Cut(Connection connection) {
            this.connection = connection;
        }

        @Override
        public List<Column> columns() {
            return ImportKind.SAMPLES.columns();
        }

        @Override
        public void feed(StagedRow row, Rejections rejections) throws SQLException {
            for (int i = 0; i < ROWS; i++) {
                new LabSample("P-1", org.anxin.time.Moment.of(19_000 + i), "NEGATIVE", null).stage(i, row);
                row.end();
            }
            int pid = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            intake.execute("select pg_terminate_backend(" + pid + ")");
        }
    }

    @Test
    void aLostDatabaseLeavesNothingAndSendingAgainFinishesTheJob() {
        assertThatThrownBy(() -> Transaction.in(
                        intake.database().dataSource(),
                        connection -> new ImportRun(
                                        connection, intake.database().dataSource())
                                .store(ImportKind.SAMPLES, new Cut(connection))))
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(DatabaseFault.of(e)).isEqualTo(DatabaseFault.UNREACHABLE));
        assertThat(intake.count("samples")).isZero();
        assertThat(intake.csv(ImportKind.SAMPLES, samples(false)).accepted()).isEqualTo(intake.count("samples"));
    }

    @Test
    void aPersonDeletedMeanwhileIsARejectedRow() throws Exception {
        try (Connection other = intake.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("delete from people where id = 'P-2'");
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<Report> report = thread.submit(() -> intake.csv(
                    ImportKind.SAMPLES,
                    "person_id,taken_at,result,laboratory\nP-1,2022-03-01,NEGATIVE,\nP-2,2022-03-01,NEGATIVE,\n"));
            awaitWaiting(statement);
            other.commit();
            assertThat(report.get().accepted()).isOne();
            assertThat(report.get().rejected()).extracting(Rejected::line).containsExactly(3L);
            thread.shutdown();
        }
    }

    private static void awaitWaiting(Statement statement) throws SQLException, InterruptedException {
        String waiting = "select count(*) from pg_locks where not granted";
        while (true) {
            try (ResultSet found = statement.executeQuery(waiting)) {
                found.next();
                if (found.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(20);
        }
    }

    @Test
    void aClientThatGoesAwayLeavesNoFileAndNoRow() throws IOException {
        java.io.InputStream cut = new java.io.SequenceInputStream(
                new java.io.ByteArrayInputStream(samples(false).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new java.io.InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                });
        assertThatThrownBy(() -> Upload.of(cut, Intake.UPLOADS)).hasMessage("gone");
        assertThat(Intake.UPLOADS).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatTakesNoFilesIsToldApart() {
        assertThatThrownBy(() ->
                        Upload.of(new java.io.ByteArrayInputStream(new byte[1]), java.nio.file.Path.of("pom.xml")))
                .isInstanceOf(Upload.NoSpaceException.class);
    }
}
