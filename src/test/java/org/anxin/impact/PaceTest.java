package org.anxin.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.anxin.load.EvaluateCalls;
import org.anxin.load.Pace;
import org.junit.jupiter.api.Test;

/** How previews give way to callers. */
class PaceTest {
    private static final long WORK = TimeUnit.MILLISECONDS.toNanos(20);

    private final EvaluateCalls calls = new EvaluateCalls();
    private long now;
    private final Pace pace = new Pace(calls, () -> now);

    private void pass(int millis, int decisions) {
        calls.add(decisions);
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void whileNobodyAsksThereIsNoRest() {
        pass(100, 0);
        assertThat(pace.isCalm()).isTrue();
        assertThat(pace.restAfter(WORK)).isZero();
        pass(100, 1);
        assertThat(pace.isCalm()).isTrue();
    }

    @Test
    void theMoreCallersAskTheLongerTheRests() {
        pass(100, 10);
        assertThat(pace.isCalm()).isFalse();
        assertThat(pace.restAfter(WORK)).isEqualTo((long) (WORK * 9 * 0.05));
        pass(100, 100);
        assertThat(pace.restAfter(WORK)).isEqualTo((long) (WORK * 9 * 0.5));
        pass(100, 100_000);
        assertThat(pace.restAfter(WORK)).isEqualTo(9 * WORK);
    }

    @Test
    void aShortSilenceIsNotTakenForIdleness() {
        pass(100, 1000);
        assertThat(pace.isCalm()).isFalse();
        pass(100, 0);
        assertThat(pace.isCalm()).isFalse();
        pass(5000, 0);
        assertThat(pace.isCalm()).isTrue();
    }

    @Test
    void aRestEndsBeforeTheRunIsTakenForDead() {
        pass(100, 100_000);
        assertThat(pace.restAfter(TimeUnit.SECONDS.toNanos(20))).isLessThan(ImpactClaims.PATIENCE.toNanos() / 2);
    }
}
