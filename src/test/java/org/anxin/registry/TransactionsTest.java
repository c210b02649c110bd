package org.anxin.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What lost against another transaction is done again, a bounded number of times. */
@QuarkusTest
@Timeout(30)
class TransactionsTest {

    private static RuntimeException failure(String state) {
        return new PersistenceException(new SQLException("x", state));
    }

    @Test
    void aLostRaceIsRunAgainUntilItIsWon() {
        AtomicInteger attempts = new AtomicInteger();
        int result = Transactions.writing(() -> {
            if (attempts.incrementAndGet() < 4) {
                throw failure("40001");
            }
            return attempts.get();
        });
        assertThat(result).isEqualTo(4);
    }

    @Test
    void whoeverLosesAllTheTimeIsToldSo() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> Transactions.writing(() -> {
                    attempts.incrementAndGet();
                    throw failure("40P01");
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void otherFailuresAreNotRunAgain() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> Transactions.writing(() -> {
                    attempts.incrementAndGet();
                    throw failure("08006");
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void twoThatDeadlockBothComeThrough() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> one = pool.submit(() -> lockBoth(1, 2, bothHoldOne));
            Future<Integer> other = pool.submit(() -> lockBoth(2, 1, bothHoldOne));
            assertThat(one.get() + other.get()).isEqualTo(3);
        } finally {
            pool.shutdown();
        }
    }

    /** How often it took. */
    private static int lockBoth(int first, int second, CyclicBarrier bothHoldOne) {
        AtomicInteger attempts = new AtomicInteger();
        return Transactions.writing(() -> {
            lock(first);
            if (attempts.incrementAndGet() == 1) {
                await(bothHoldOne);
            }
            lock(second);
            return attempts.get();
        });
    }

    private static void lock(int number) {
        Panache.getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(" + number + ")", Integer.class)
                .getResultList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
