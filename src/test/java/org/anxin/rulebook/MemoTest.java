package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoTest {

    @Test
    void whatWasRememberedIsFoundAgainHoweverMuchItGrows() {
        Memo<String> memo = new Memo<>();
        for (long key = 0; key < 5000; key++) {
            assertThat(memo.get(spread(key))).isNull();
            memo.put(spread(key), "o" + key);
            assertThat(memo.get(spread(key))).isEqualTo("o" + key);
        }
        for (long key = 0; key < 5000; key++) {
            assertThat(memo.get(spread(key))).isEqualTo("o" + key);
        }
        assertThat(memo.size()).isEqualTo(5000);
    }

    @Test
    void theFirstOutcomeForAKeyStays() {
        Memo<String> memo = new Memo<>();
        assertThat(memo.put(7, "first")).isEqualTo("first");
        assertThat(memo.put(7, "second")).isEqualTo("first");
        assertThat(memo.get(7)).isEqualTo("first");
        assertThat(memo.size()).isEqualTo(1);
    }

    @Test
    void theSmallestAndTheLargestKeyAreKeysLikeAnyOther() {
        Memo<String> memo = new Memo<>();
        memo.put(0, "none");
        memo.put(Long.MAX_VALUE, "all");
        assertThat(memo.get(0)).isEqualTo("none");
        assertThat(memo.get(Long.MAX_VALUE)).isEqualTo("all");
    }

    @Test
    void itBeginsAnewJustWhenFull() {
        Memo<Long> memo = new Memo<>();
        for (long key = 0; key < Memo.MOST; key++) {
            memo.put(key, key);
        }
        assertThat(memo.size()).isEqualTo(Memo.MOST);
        assertThat(memo.get(0)).isEqualTo(0L);
        memo.put(Memo.MOST, (long) Memo.MOST);
        assertThat(memo.size()).isEqualTo(1);
        assertThat(memo.get(0)).isNull();
        assertThat(memo.get(Memo.MOST)).isEqualTo((long) Memo.MOST);
    }

    @Test
    void manyReadersAndWritersNeverSeeTheOutcomeOfAnotherKey() throws InterruptedException, ExecutionException {
        Memo<Long> memo = new Memo<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> work = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(seed -> () -> wrongOutcomes(memo, new Random(seed)))
                .toList();
        for (Future<Integer> wrong : threads.invokeAll(work)) {
            assertThat(wrong.get()).isZero();
        }
        threads.shutdown();
        assertThat(memo.size()).isBetween(1, Memo.MOST);
    }

    /** Asks and remembers more keys than fit, so that tables grow and are dropped meanwhile. */
    private static int wrongOutcomes(Memo<Long> memo, Random random) {
        return (int) Stream.generate(() -> spread(random.nextInt(3 * Memo.MOST)))
                .limit(200_000)
                .filter(key -> {
                    Long known = memo.get(key);
                    return (known != null ? known : memo.put(key, key)) != (long) key;
                })
                .count();
    }

    /** Keys that differ in high bits only, as those of large rulesets do. */
    private static long spread(long key) {
        return key << 40;
    }
}
