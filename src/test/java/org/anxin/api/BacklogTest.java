package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What is said of calls that arrive together on one loop, each of which takes so long. */
    private static List<Boolean> asked(Backlog backlog, int calls, Duration each) {
        CompletableFuture<List<Boolean>> said = new CompletableFuture<>();
        VERTX.getOrCreateContext().runOnContext(round -> {
            List<Boolean> all = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                all.add(backlog.isLong());
                LockSupport.parkNanos(each.toNanos());
            }
            said.complete(all);
        });
        return said.orTimeout(1, TimeUnit.MINUTES).join();
    }

    @Test
    void aFewCallsAreNoBacklogHoweverLongTheyTake() {
        assertThat(asked(new Backlog(Duration.ofMillis(1)), 32, Duration.ofMillis(5)))
                .hasSize(32)
                .containsOnly(false);
    }

    @Test
    void manyQuickCallsAreNone() {
        assertThat(asked(new Backlog(Duration.ofMinutes(1)), 10_000, Duration.ZERO))
                .containsOnly(false);
    }

    @Test
    void whatComesAfterManySlowOnesIsRefusedAndTheNextRoundBeginsAnew() {
        Backlog backlog = new Backlog(Duration.ofMillis(20));
        List<Boolean> said = asked(backlog, 40, Duration.ofMillis(2));
        assertThat(said.subList(0, 32)).containsOnly(false);
        assertThat(said.subList(32, 40)).containsOnly(true);
        assertThat(asked(backlog, 32, Duration.ZERO)).containsOnly(false);
    }
}
