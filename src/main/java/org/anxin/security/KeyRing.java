package org.anxin.security;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys as this node knows them. All are read together, at most every {@code anxin.identity.keys.reread} and only while
 * somebody calls with one: so a call costs a look into a map, made-up keys cost no query, and a key that was revoked on any
 * node works nowhere after that time.
 */
class KeyRing {
    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private final ApiKeys keys;
    private final Clock clock;
    private final Executor workers;
    private final long reread;
    private final long outage;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable CompletableFuture<Ring>> reading = new AtomicReference<>();
    private volatile @Nullable Ring ring;
    private volatile long forgotten = System.nanoTime();

    KeyRing(ApiKeys keys, Clock clock, Executor workers, IdentityConfig.Keys config) {
        this.keys = keys;
        this.clock = clock;
        this.workers = workers;
        this.reread = config.reread().toNanos();
        this.outage = config.outage().toNanos();
    }

    /** @param readAt by {@link System#nanoTime} */
    private record Ring(Map<String, ApiKeys.Known> byId, long readAt) {
        boolean youngerThan(long nanos) {
            return System.nanoTime() - readAt < nanos;
        }
    }

    /**
     * Whoever calls with a key, or null if it opens nothing. Fails if the keys cannot be read and have not been for long.
     *
     * @param text the key
     */
    CompletableFuture<@Nullable Caller> caller(String text) {
        Secret secret = Secret.of(text);
        if (secret == null) {
            return CompletableFuture.completedFuture(null);
        }
        Ring now = ring;
        return now != null && now.youngerThan(reread) && now.readAt() - forgotten >= 0
                ? CompletableFuture.completedFuture(caller(secret, now))
                : fresh().thenApply(read -> caller(secret, read));
    }

    private @Nullable Caller caller(Secret secret, Ring read) {
        ApiKeys.Known known = read.byId().get(secret.id());
        int today = today();
        if (known == null
                || !MessageDigest.isEqual(known.hash(), secret.hash())
                || !known.key().holds(today)) {
            return null;
        }
        if (known.key().lastUsedOn() != today) {
            used.add(secret.id());
        }
        return known.key().caller();
    }

    private int today() {
        return (int) LocalDate.now(clock).toEpochDay();
    }

    /** What was read before now is not used any more: a key was made or revoked here. */
    void forget() {
        forgotten = System.nanoTime();
    }

    /** The keys as they are now; all who wait meanwhile wait for the same reading. */
    private CompletableFuture<Ring> fresh() {
        CompletableFuture<Ring> mine = new CompletableFuture<>();
        CompletableFuture<Ring> others = reading.compareAndExchange(null, mine);
        if (others != null) {
            // It may have begun before the last change; then it is read once more.
            return others.thenCompose(read -> read.readAt() - forgotten >= 0 || !read.youngerThan(reread)
                    ? CompletableFuture.completedFuture(read)
                    : fresh());
        }
        workers.execute(() -> {
            try {
                Ring read = read();
                ring = read;
                reading.compareAndSet(mine, null);
                mine.complete(read);
            } catch (SQLException | RuntimeException e) {
                reading.compareAndSet(mine, null);
                goOn(mine, e);
            }
        });
        return mine;
    }

    private Ring read() throws SQLException {
        List<String> seen = List.copyOf(used);
        long now = System.nanoTime();
        if (!seen.isEmpty()) {
            keys.used(seen, today());
            seen.forEach(used::remove);
        }
        Map<String, ApiKeys.Known> byId = new HashMap<>();
        for (ApiKeys.Known known : keys.known()) {
            byId.put(known.key().id(), known);
        }
        return new Ring(byId, now);
    }

    /** Evaluating needs no database, and so must not its keys, for a while. */
    private void goOn(CompletableFuture<Ring> mine, Exception e) {
        Ring old = ring;
        if (old != null && old.youngerThan(outage)) {
            LOG.debugf("Keys cannot be read: %s", e.getMessage());
            mine.complete(old);
        } else {
            mine.completeExceptionally(new CompletionException(e));
        }
    }
}
