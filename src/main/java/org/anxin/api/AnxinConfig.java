package org.anxin.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.ZoneId;

/** What an operator of the service may set about requests. */
@ConfigMapping(prefix = "anxin")
public interface AnxinConfig {
    /** Where the markets are: times of samples become civil days of this zone, and today is today there. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Limits of {@code POST /api/v1/evaluate}. */
    Evaluate evaluate();

    /** Limits of imports, and of samples that laboratories send. */
    Imports imports();

    /** Files that are handed in: those of documents, and the images of patrols. */
    Files files();

    /** Files that are handed in: those of documents, and the images of patrols. */
    interface Files {
        /** Where they are kept; all nodes share it. It belongs to what is backed up, together with the database. */
        @WithDefault("${anxin.data.directory:anxin-data}/files")
        Path directory();

        /** Largest image of a patrol; larger ones get 413. */
        @WithDefault("10M")
        MemorySize maxImage();

        /** Most images of patrols at a time; each keeps a worker thread. More get 503 with {@code Retry-After}. */
        @WithDefault("6")
        int maxUploads();
    }

    /** Limits of imports, and of samples that laboratories send. */
    interface Imports {
        /** Where uploads are kept while they are read. They take as much space as they are long. */
        @WithDefault("${anxin.data.directory:anxin-data}/uploads")
        Path directory();

        /**
         * Most files that are imported at a time; each keeps a worker thread, and two connections to the database. More
         * get 503 with {@code Retry-After}.
         */
        @WithDefault("3")
        int maxFiles();

        /** Most requests of laboratories at a time, likewise. */
        @WithDefault("6")
        int maxReports();

        /** Largest JSON request of a laboratory; larger ones get 413. Files and NDJSON have no such limit. */
        @WithDefault("16M")
        MemorySize maxBody();
    }

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
