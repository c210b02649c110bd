package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One transaction for each request. */
final class Transactions {
    private static final int ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private Transactions() {}

    /** Reads, as a part of what is being written, if anything is. */
    static <T> T reading(Supplier<T> work) {
        return QuarkusTransaction.joiningExisting().call(work::get);
    }

    /** Writes; does it again, a few times, where another transaction came first. */
    static <T> T writing(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> {
                    limitWaiting();
                    return work.get();
                });
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || DatabaseFault.of(e) != DatabaseFault.LOST_RACE) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** An import may hold a row for a long time; requests that wait for it must not take all connections. */
    private static void limitWaiting() {
        Panache.getEntityManager()
                .createNativeQuery("set local lock_timeout = '3s'")
                .executeUpdate();
    }

    /** Two that deadlocked would meet again if both went on at once. */
    private static void pause() {
        long millis = ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
