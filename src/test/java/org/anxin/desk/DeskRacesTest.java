package org.anxin.desk;

import static org.anxin.desk.Declarations.certificate;
import static org.anxin.desk.DeskDistrict.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.registry.DatabaseFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes decide by the same certificates at the same instant. */
@Timeout(180)
class DeskRacesTest {
    private static final int ROUNDS = 20;
    private static final int AT_ONCE = 6;
    private static final int FIRST_CERTIFICATE = 4;
    private static final int CUTS = 5;
    private static final int GIVEN = 1200;
    private static final DeskDistrict DISTRICT = DeskDistrict.small();
    private static final List<AdmissionDesk> NODES = List.of(DISTRICT.node(), DISTRICT.node());

    @AfterAll
    static void close() {
        DISTRICT.close();
    }

    private static AdmissionDesk node(int number) {
        return NODES.get(number % NODES.size());
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
            threads.shutdownNow();
        }
    }

    /** What batches that may be sold, or may yet be, take of the certificates whose numbers begin so. */
    private static List<String> exceeded(String prefix) {
        return List.of(DISTRICT.value("""
                select coalesce(string_agg(key || ' ' || taken, ', '), '') from (
                    select u.key::text, sum(u.quantity) as taken from lot_uses u
                    where u.key in (select key from batch_documents where type = 'QUARANTINE_CERTIFICATE'
                        and number like '%s')
                    group by u.key having sum(u.quantity) > %d) sums""".formatted(prefix + "%", GIVEN)));
    }

    private static int admitted(String prefix) {
        return Integer.parseInt(
                DISTRICT.value("select count(*) from batches where state = 'ADMITTED' and id like '" + prefix + "%'"));
    }

    private static void assertNoDeadlock() {
        assertThat(DISTRICT.value("select deadlocks from pg_stat_database where datname = current_database()"))
                .isEqualTo("0");
    }

    @Test
    void whatIsAdmittedTogetherNeverExceedsTheCertificate() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String certificate = "QC-R" + round;
            List<Callable<BatchState>> works = new ArrayList<>();
            for (int at = 0; at < AT_ONCE; at++) {
                AdmissionDesk node = node(at);
                Batch batch = Declarations.of("R-" + round + "-" + at, certificate, 500);
                works.add(() -> node.declare(batch, TODAY).batch().state());
            }
            assertThat(atOnce(works))
                    .containsOnly(BatchState.ADMITTED, BatchState.REJECTED)
                    .filteredOn(BatchState.ADMITTED::equals)
                    .hasSize(2);
        }
        assertThat(exceeded("QC-R")).containsExactly("");
        assertThat(admitted("R-")).isEqualTo(2 * ROUNDS);
        assertNoDeadlock();
    }

    @Test
    void batchesThatCiteTheSameCertificatesInAnyOrderDoNotWaitForEachOtherForEver() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Document> certificates = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                certificates.add(certificate("QC-O" + round + "-" + i, GIVEN / 4));
            }
            List<Callable<BatchState>> works = new ArrayList<>();
            for (int at = 0; at < AT_ONCE; at++) {
                List<Document> mine = new ArrayList<>(certificates);
                Collections.rotate(mine, at);
                AdmissionDesk node = node(at);
                Batch batch = Declarations.of("O-" + round + "-" + at, GIVEN / 2, mine);
                works.add(() -> node.declare(batch, TODAY).batch().state());
            }
            assertThat(atOnce(works)).filteredOn(BatchState.ADMITTED::equals).hasSize(2);
        }
        assertThat(DISTRICT.value("select coalesce(max(taken), 0) from (select sum(quantity) as taken from lot_uses u"
                        + " where u.key in (select key from batch_documents where number like 'QC-O%')"
                        + " group by key) sums"))
                .isEqualTo(Integer.toString(GIVEN / 4));
        assertNoDeadlock();
    }

    @Test
    void theSameDeclarationSentTwiceAtTheSameInstantIsStoredOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Batch batch = Declarations.of("S-" + round, "QC-S" + round, GIVEN);
            List<Callable<Boolean>> works = new ArrayList<>();
            for (int at = 0; at < AT_ONCE; at++) {
                AdmissionDesk node = node(at);
                works.add(() -> node.declare(batch, TODAY).changed());
            }
            assertThat(atOnce(works)).filteredOn(Boolean::booleanValue).hasSize(1);
        }
        assertThat(DISTRICT.value("select count(*) from batch_decisions d join batches b on b.no = d.batch_no"
                        + " where b.id like 'S-%'"))
                .isEqualTo(Integer.toString(ROUNDS));
    }

    @Test
    void aBatchDeclaredWhileItsDocumentIsFoundFalseIsRecalledOrRefused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String certificate = "QC-F" + round;
            List<Callable<Boolean>> works = new ArrayList<>();
            for (int at = 0; at < AT_ONCE; at++) {
                AdmissionDesk node = node(at);
                Batch batch = Declarations.of("F-" + round + "-" + at, certificate, 100);
                works.add(() -> node.declare(batch, TODAY).changed());
                if (at == 2) {
                    works.add(() -> DISTRICT.falseDocuments
                            .find("QUARANTINE_CERTIFICATE", certificate, "x", "local")
                            .changed());
                }
                if (at == 4) {
                    // Deciding again takes the same locks from the other side.
                    works.add(() -> decidedAgain(node, batch.id()));
                }
            }
            assertThat(atOnce(works)).contains(true);
        }
        assertThat(admitted("F-")).isZero();
        assertThat(DISTRICT.value("select count(*) from lot_uses u join batches b on b.no = u.batch_no"
                        + " where b.id like 'F-%'"))
                .isEqualTo("0");
        assertNoDeadlock();
    }

    @Test
    void correctionsAtTheSameInstantDoNotWaitForEachOtherForEver() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String one = "QC-C" + round + "-1";
            String other = "QC-C" + round + "-2";
            List<Document> mine = List.of(certificate(one, GIVEN), certificate(other, GIVEN));
            List<Callable<Boolean>> works = new ArrayList<>();
            for (int at = 0; at < AT_ONCE; at++) {
                String id = "C-" + round + "-" + at;
                node(at).declare(Declarations.of(id, 300, mine), TODAY);
                AdmissionDesk node = node(at);
                int replaced = at % 2 == 0 ? FIRST_CERTIFICATE : FIRST_CERTIFICATE + 1;
                Document instead = certificate(at % 3 == 0 ? one : "QC-C" + round + "-" + (3 + at), GIVEN);
                works.add(() ->
                        node.add(id, instead, replaced, TODAY, batch -> {}).changed());
            }
            atOnce(works);
        }
        assertThat(exceeded("QC-C")).containsExactly("");
        assertNoDeadlock();
    }

    private static boolean decidedAgain(AdmissionDesk node, String id) throws SQLException {
        if (DISTRICT.batches.find(id) != null) {
            node.decideAgain(id, TODAY, batch -> {});
        }
        return true;
    }

    @Test
    void aNodeThatDiesInTheMiddleLeavesNothingHalfDone() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger lost = new AtomicInteger();
        ExecutorService killer = Executors.newSingleThreadExecutor();
        int rounds = 0;
        Future<?> killing = killer.submit(() -> {
            kill(over);
            return null;
        });
        try {
            for (; rounds < ROUNDS || lost.get() < CUTS; rounds++) {
                int round = rounds;
                List<Callable<BatchState>> works = new ArrayList<>();
                for (int at = 0; at < AT_ONCE; at++) {
                    AdmissionDesk node = node(at);
                    Batch batch = Declarations.of("K-" + round + "-" + at, "QC-K" + round, 500);
                    works.add(() -> untilDone(node, batch, lost));
                }
                assertThat(atOnce(works))
                        .filteredOn(BatchState.ADMITTED::equals)
                        .hasSize(2);
            }
        } finally {
            over.set(true);
            killing.get();
            killer.shutdown();
        }
        assertThat(exceeded("QC-K")).containsExactly("");
        assertThat(DISTRICT.value("select count(*) from batches where id like 'K-%'"))
                .isEqualTo(Integer.toString(rounds * AT_ONCE));
        assertThat(DISTRICT.value("select count(*) from batches b where id like 'K-%' and (decision <> 1 or 4 <>"
                        + " (select count(*) from batch_documents d where d.batch_no = b.no))"))
                .isEqualTo("0");
    }

    /** Whoever was cut off sends the same declaration again, as a client would. */
    private static BatchState untilDone(AdmissionDesk node, Batch batch, AtomicInteger lost) throws SQLException {
        while (true) {
            try {
                return node.declare(batch, TODAY).batch().state();
            } catch (SQLException e) {
                if (DatabaseFault.of(e) == null) {
                    throw e;
                }
                lost.incrementAndGet();
            }
        }
    }

    /** Cuts connections that are in the middle of a transaction, as kill -9 of their node would. */
    private static void kill(AtomicBoolean over) throws SQLException {
        try (Connection connection = DISTRICT.pool().getConnection();
                Statement statement = connection.createStatement()) {
            while (!over.get()) {
                statement.execute("select pg_sleep(0.1); select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null"
                        + " order by random() limit 1");
            }
        }
    }
}
