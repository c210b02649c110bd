package org.anxin.desk;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What an operator of the service may set about the admission desk. */
@ConfigMapping(prefix = "anxin.desk")
public interface DeskConfig {
    /** Largest file of a document; larger ones get 413. */
    @WithDefault("20M")
    MemorySize maxFile();

    /** Most files that are received or sent at a time. More get 503 with {@code Retry-After}. */
    @WithDefault("4")
    int maxFiles();

    /** Most NDJSON streams of declarations at a time; each keeps a worker thread. More get 503. */
    @WithDefault("2")
    int maxStreams();

    /** What stands before the code in the QR code of a pass, such as the address of a page; nothing by default. */
    Optional<String> passPrefix();
}
