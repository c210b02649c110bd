package org.anxin.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** What an operator of the service may set about evaluating. */
@ConfigMapping(prefix = "anxin")
public interface AnxinConfig {
    /** Where the markets are: times of samples become civil days of this zone, and today is today there. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Limits of {@code POST /api/v1/evaluate}. */
    Evaluate evaluate();

    /** Limits of {@code POST /api/v1/evaluate}. */
    interface Evaluate {
        /** Most people and most batches, each, in one JSON request; more get 413. NDJSON streams have no such limit. */
        @WithDefault("10000")
        int maxPeople();

        /** Largest JSON request body; larger ones get 413. NDJSON streams have no such limit. */
        @WithDefault("16M")
        MemorySize maxBody();

        /** Most NDJSON streams at a time; each keeps a worker thread. More get 503 with {@code Retry-After}. */
        @WithDefault("8")
        int maxStreams();
    }
}
