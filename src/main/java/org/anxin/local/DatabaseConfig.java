package org.anxin.local;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** Where local mode's own database is. {@link LocalDatabase} reads it before mappings exist; this one declares it. */
@Unremovable
@ConfigMapping(prefix = "anxin")
interface DatabaseConfig {
    /** Directory of its files, used unless {@code quarkus.datasource.jdbc.url} names another database. */
    @WithName("database.directory")
    Path directory();
}
