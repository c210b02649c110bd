package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many who want the same at the same time. */
class OneRunIT {
    private static final int STARTERS = 20;
    private static final int TURNS = Scale.of(2, 10);
    private static final long FIRING_MILLIS = 3000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NIGHTLY = "select as_of from sweeps where nightly order by no";

    private static final Province PROVINCE = new Province();
    private static List<ServiceProcess> nodes = List.of();

    /** The schedule fires every second on each of them. */
    @BeforeAll
    static void startTwo() throws Exception {
        nodes = PROVINCE.startTwo("-Danxin.sweep.cron=* * * * * ?");
    }

    @AfterAll
    static void close() {
        PROVINCE.close();
    }

    @Test
    void twentyStartersAtOnceGetOneRun() throws Exception {
        for (int turn = 0; turn < TURNS; turn++) {
            List<String> answers = atOnce(Province.day(turn));
            assertThat(answers).hasSize(STARTERS).containsOnly(Province.day(turn) + ".1");
            JsonNode run = new Sweeping(nodes.get(0)).ended(answers.get(0));
            assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
        }
        assertThat(PROVINCE.number("select count(*) from sweeps where not nightly"))
                .isEqualTo(TURNS);
        Figures.tell("twenty starters at once on two nodes", TURNS + " turns, " + TURNS + " runs");
    }

    private static List<String> atOnce(String day) throws Exception {
        CountDownLatch gun = new CountDownLatch(1);
        ExecutorService starters = Executors.newFixedThreadPool(STARTERS);
        try {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < STARTERS; i++) {
                Sweeping sweeping = new Sweeping(nodes.get(i % nodes.size()));
                asked.add(starters.submit(() -> {
                    gun.await();
                    return sweeping.request(day);
                }));
            }
            gun.countDown();
            List<String> answers = new ArrayList<>();
            for (Future<String> one : asked) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            starters.shutdownNow();
        }
    }

    @Test
    void aScheduleThatFiresOnTwoNodesMakesOneRunForADayAndOneForEachDayThatWasMissed() throws Exception {
        awaitNightly(1);
        Thread.sleep(FIRING_MILLIS);
        assertThat(PROVINCE.column(NIGHTLY))
                .as("after firing every second on both")
                .hasSize(1);
        PROVINCE.execute("update sweeps set as_of = as_of - 3, id = (as_of - 3) || '.1' where nightly");
        awaitNightly(4);
        Thread.sleep(FIRING_MILLIS);
        List<String> days = PROVINCE.column(NIGHTLY);
        assertThat(days).hasSize(4);
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i))
                    .isEqualTo(LocalDate.parse(days.get(i - 1)).plusDays(1).toString());
        }
        Figures.tell("schedule of every second on two nodes", "one run a day, three missed days caught up in order");
    }

    private static void awaitNightly(int runs) throws Exception {
        Wait.until(
                runs + " nightly runs",
                PATIENCE,
                () -> PROVINCE.number("select count(*) from sweeps where nightly and state = 'COMPLETED'") >= runs);
    }
}
