package org.anxin.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.imports.ImportKind;
import org.anxin.registry.imports.Imports;
import org.anxin.registry.imports.Upload;
import org.jboss.logging.Logger;

/** Loads the demo district at the first start, if asked to ({@code anxin.demo=true}). */
@Singleton
class DemoDistrict {
    private static final Logger LOG = Logger.getLogger(DemoDistrict.class);
    private static final String FOLDER = "/demo/binjiang-2022-04/";

    /** What the source tells of: nobody knows who signed when, or what was on the lists. */
    private static final Set<ImportKind> KINDS = EnumSet.range(ImportKind.MARKETS, ImportKind.ABSENCES);

    private final boolean isWanted;
    private final Path uploads;
    private final Imports imports;
    private final ActivePolicy activePolicy;
    private final DemoBatches batches;

    DemoDistrict(DemoConfig config, Imports imports, ActivePolicy activePolicy, DemoBatches batches) {
        this.isWanted = config.demo();
        this.uploads = config.uploads();
        this.imports = imports;
        this.activePolicy = activePolicy;
        this.batches = batches;
    }

    /** After the migrations, and once there are rules, whose words the files use. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event)
            throws IOException, SQLException {
        if (isWanted) {
            load();
        }
    }

    /** Loads it into a registry that holds nothing. */
    void load() throws IOException, SQLException {
        Map<ImportKind, Upload> files = new EnumMap<>(ImportKind.class);
        try {
            for (ImportKind kind : KINDS) {
                files.put(kind, file(kind));
            }
            boolean loaded =
                    imports.fill(files, activePolicy.current().ruleset().words());
            if (loaded) {
                batches.declare();
            }
            LOG.info(
                    loaded ? "The demo district is loaded" : "Something is registered already; the demo is not loaded");
        } finally {
            for (Upload file : files.values()) {
                file.close();
            }
        }
    }

    private Upload file(ImportKind kind) throws IOException {
        String path = FOLDER + kind.table() + ".csv";
        try (InputStream in = DemoDistrict.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            return Upload.of(in, uploads);
        }
    }
}
