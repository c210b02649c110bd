package org.anxin.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were proven a moment ago. A program sends the same one with each of its calls, and checking its signature costs
 * several times as much as deciding about a person. Only what was proven is remembered, so tokens that are none leave no trace.
 */
final class ProvenTokens {
    /** Whoever sends more different ones than this has them checked again. */
    private static final int MOST = 10_000;

    private final Cache<String, Proven> proven;
    private final Clock clock;

    private record Proven(Caller caller, long expires) {}

    /** @param remembered how long, at most */
    ProvenTokens(Duration remembered, Clock clock) {
        this.proven = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(remembered)
                .build();
        this.clock = clock;
    }

    /** Whose token this is; null if that is to be found out, or its time is over. */
    @Nullable
    Caller caller(String token) {
        Proven known = proven.getIfPresent(token);
        return known != null && clock.instant().getEpochSecond() < known.expires ? known.caller : null;
    }

    /**
     * Remembers what was proven.
     *
     * @param expires second of its end, since 1970
     */
    void remember(String token, Caller caller, long expires) {
        proven.put(token, new Proven(caller, expires));
    }
}
