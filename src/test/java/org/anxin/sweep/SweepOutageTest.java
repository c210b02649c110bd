package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.anxin.local.TestServer;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database crashes and comes back while a sweep runs. */
@Timeout(120)
class SweepOutageTest {
    private static final Duration AWAY = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final SweepDistrict district = SweepDistrict.demo();

    @AfterEach
    void close() {
        district.close();
    }

    /** Keeps what is logged. */
    private static final class Kept extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void theSweepGoesOnByItselfAndMakesNoNoise() throws Exception {
        district.start();
        List<String> undisturbed = found(district.run("2022-04-07"));
        Kept log = new Kept();
        Logger root = Logger.getLogger("org.anxin.sweep");
        Sweep run = district.sweeps.request(Days.of("2022-04-08"), null, SweepDistrict.POLICY);
        district.look();
        Thread.sleep(30);
        TestServer.crash();
        root.addHandler(log);
        try {
            Thread.sleep(AWAY.toMillis());
            TestServer.start();
            long begin = System.nanoTime();
            assertThat(district.ended(run).state()).isEqualTo(SweepState.COMPLETED);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(RECOVERY);
        } finally {
            root.removeHandler(log);
        }
        assertThat(log.records).noneMatch(entry -> entry.getThrown() != null).hasSizeLessThan(10);
        assertThat(found(district.run("2022-04-07"))).isEqualTo(undisturbed);
    }

    private List<String> found(Sweep run) throws Exception {
        assertThat(run.state()).isEqualTo(SweepState.COMPLETED);
        return district.rows("select person_no, status, due_on, action, rules, places from results order by 1");
    }
}
