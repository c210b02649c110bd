package org.anxin.load;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much a node takes on at a time. Whoever asks for more gets 503 with {@code Retry-After}, at once. */
@ConfigMapping(prefix = "anxin.load")
public interface LoadConfig {
    /** Calls of {@code POST /api/v1/evaluate}. */
    Evaluate evaluate();

    /** Everything else but health and metrics: what reads and writes the database. */
    Stored stored();

    /**
     * How long a request's JSON or form may take to arrive; after that the connection is closed. Files and NDJSON may take
     * longer, as long as something arrives within {@code quarkus.http.read-timeout}.
     */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** Calls of {@code POST /api/v1/evaluate}. */
    interface Evaluate {
        /** Documents of more than 32 KiB that are decided at a time; as many as there are processors if not set. */
        OptionalInt atOnce();

        /** Such documents that may wait for their turn. */
        @WithDefault("8")
        int waiting();

        /** Memory for all documents that are being read, wait, or are being decided. */
        @WithDefault("128M")
        MemorySize memory();

        /**
         * How long a thread that reads connections may be busy with what has arrived before it refuses the rest; it always
         * answers 32 calls first.
         */
        @WithDefault("10ms")
        Duration behind();
    }

    /** Everything else but health and metrics: what reads and writes the database. */
    interface Stored {
        /**
         * Requests that are answered at a time, besides uploads and streams, which have limits of their own. Less than
         * {@code quarkus.datasource.jdbc.max-size}, so that health finds a connection.
         */
        @WithDefault("16")
        int atOnce();

        /** Requests that may wait for their turn. */
        @WithDefault("64")
        int waiting();
    }
}
