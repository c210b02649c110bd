package org.anxin.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Executor HERE = Runnable::run;

    private final List<String> begun = new ArrayList<>();

    private Turns.Turn taken(Turns turns, String name) {
        return Objects.requireNonNull(turns.take(turn -> begun.add(name)));
    }

    @Test
    void soManyBeginAtOnceSomeWaitAndTheRestIsTurnedAway() {
        Turns turns = new Turns(2, 1);
        assertThat(taken(turns, "a").cameAtOnce()).isTrue();
        assertThat(turns.isFull()).isFalse();
        assertThat(taken(turns, "b").cameAtOnce()).isTrue();
        assertThat(turns.isFull()).isFalse();
        assertThat(taken(turns, "c").cameAtOnce()).isFalse();
        assertThat(turns.isFull()).isTrue();
        assertThat(turns.take(turn -> begun.add("d"))).isNull();
        assertThat(begun).isEmpty();
    }

    @Test
    void whoeverWaitsGoesOnInOrderWhenSomebodyEnds() {
        Turns turns = new Turns(1, 2);
        Turns.Turn a = taken(turns, "a");
        Turns.Turn b = taken(turns, "b");
        taken(turns, "c");
        a.end();
        assertThat(begun).containsExactly("b");
        b.end();
        assertThat(begun).containsExactly("b", "c");
        assertThat(turns.isFull()).isFalse();
    }

    @Test
    void endingASecondTimeLetsNobodyElseIn() {
        Turns turns = new Turns(1, 2);
        Turns.Turn a = taken(turns, "a");
        taken(turns, "b");
        taken(turns, "c");
        a.end();
        a.end();
        assertThat(begun).containsExactly("b");
    }

    @Test
    void whoeverGoesAwayWhileWaitingGivesUpThePlace() {
        Turns turns = new Turns(1, 1);
        Turns.Turn a = taken(turns, "a");
        taken(turns, "b").end();
        taken(turns, "c");
        a.end();
        assertThat(begun).containsExactly("c");
    }

    @Test
    void aFailureEndsTheTurnAndIsPassedOn() {
        Turns turns = new Turns(1, 0);
        CompletableFuture<String> failed = Objects.requireNonNull(turns.take(HERE, () -> {
            throw new IllegalStateException("on purpose");
        }));
        assertThatThrownBy(failed::join).isInstanceOf(CompletionException.class).hasRootCauseMessage("on purpose");
        assertThat(turns.take(HERE, () -> "next")).isCompletedWithValue("next");
    }

    @Test
    void neverAreMoreAtItThanMayBeAndEverybodyLetInIsDone() throws InterruptedException {
        Turns turns = new Turns(3, 5);
        AtomicInteger atIt = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        int away = 0;
        for (int i = 0; i < 20_000; i++) {
            CompletableFuture<Integer> one = turns.take(pool, () -> {
                most.accumulateAndGet(atIt.incrementAndGet(), Math::max);
                return atIt.decrementAndGet();
            });
            if (one == null) {
                away++;
            } else {
                all.add(one);
            }
        }
        all.forEach(CompletableFuture::join);
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(most.get()).isBetween(1, 3);
        assertThat(all.size() + away).isEqualTo(20_000);
        assertThat(turns.isFull()).isFalse();
    }
}
