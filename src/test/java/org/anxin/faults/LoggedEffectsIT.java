package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anxin.it.ServiceProcess;
import org.anxin.ledger.LogKind;
import org.anxin.ledger.Verifying;
import org.anxin.replay.Replay;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

/** {@code kill -9} while the node decides for callers, at the desk and in a sweep: no effect without its entry. */
class LoggedEffectsIT {
    private static final int KILLS = Scale.of(2, 20);
    private static final int BEFORE_KILL = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PERSON = """
            {"asOf": "2022-03-12", "personnel": [{"id": "%s", "assignments": [{"market": {"id": "M-01", "type": "FARMERS"},
              "category": "STAFF", "from": "2022-01-01"}], "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";
    private static final String BATCH = """
            {"id": "%s", "operator": {"id": "OPERATOR"}, "declaredOn": "2022-03-10", "arrivesOn": "2022-03-12",
              "supplier": "甬城进口贸易有限公司", "goods": {"name": "车厘子", "origin": "CL"},
              "lots": [{"lotNo": "L1", "quantity": 1, "unit": "kg"}]}""";

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> declared = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile ServiceProcess node;

    @Test
    void everyAcknowledgedEffectHasItsEntryAndThereIsNoneWithoutEffect() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try (Province province = new Province()) {
            node = province.start("node");
            String operator = province.column("select id from operators order by id limit 1")
                    .get(0);
            callers.submit(() -> call("P-a", answered, "/api/v1/evaluate?log=true", PERSON));
            callers.submit(() -> call("P-b", answered, "/api/v1/evaluate?log=true", PERSON));
            callers.submit(() -> call("B-", declared, "/api/v1/batches", BATCH.replace("OPERATOR", operator)));
            String sweep = Undisturbed.request(province, node, 0);
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = answered.size() + BEFORE_KILL;
                int batches = declared.size() + BEFORE_KILL / 3;
                Wait.until("calls", PATIENCE, () -> answered.size() >= enough && declared.size() >= batches);
                node.kill();
                node = province.start("node");
            }
            over.set(true);
            callers.shutdown();
            assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            new Sweeping(node).ended(sweep);
            assertLogged(province);
            Figures.tell(
                    "kill -9 while logging",
                    KILLS + " kills; " + answered.size() + " logged calls and " + declared.size()
                            + " batches acknowledged, each with its entry; "
                            + province.number(
                                    "select coalesce(sum(decisions), 0) from decision_log where kind = 'SWEEP'")
                            + " effects of the sweep");
        } finally {
            over.set(true);
            callers.shutdownNow();
        }
    }

    /** Sends one after the other, with ids of their own, and remembers those that were acknowledged. */
    private void call(String prefix, Set<String> acknowledged, String path, String body) {
        for (int no = 0; !over.get(); no++) {
            String id = prefix + no;
            try {
                HttpResponse<String> answer =
                        node.post(path, "application/json", BodyPublishers.ofString(body.replaceFirst("%s", id)));
                if (answer.statusCode() / 100 == 2) {
                    acknowledged.add(id);
                }
            } catch (IOException e) {
                // The node was killed; nobody knows what became of this one.
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertLogged(Province province) throws Exception {
        assertThat(province.column("select unnest(subjects) from decision_log where kind = 'EVALUATE'"))
                .containsAll(answered);
        assertThat(province.column("select id from batches")).containsAll(declared);
        assertThat(province.column(
                        "select b.id || ' ' || count(*) from batches b join batch_decisions on batch_no = b.no"
                                + " group by b.id order by 1"))
                .isEqualTo(
                        province.column("select subject || ' ' || count(*) from decision_log, unnest(subjects) subject"
                                + " where kind = 'BATCH' group by subject order by 1"));
        assertThat(province.number("select coalesce(sum(decisions), 0) from decision_log where kind = 'SWEEP'"))
                .isEqualTo(province.number("select count(*) from results where action <> 'NONE'"));
        assertThat(Verifying.of(province.source(), LocalDate.of(2000, 1, 1), LocalDate.of(2999, 12, 31), 10)
                        .flaws())
                .isEmpty();
        for (LogKind kind : LogKind.values()) {
            assertThat(new Replay(province.source(), 10)
                            .of(Days.of("2022-01-01"), Days.of("2022-12-31"), kind)
                            .differences())
                    .as(kind.name())
                    .isEmpty();
        }
    }
}
