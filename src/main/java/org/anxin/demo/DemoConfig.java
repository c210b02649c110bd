package org.anxin.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** Whether there is something to try the service with. */
@ConfigMapping(prefix = "anxin")
interface DemoConfig {
    /** Whether the demo district is loaded at the start, if nothing is registered yet. */
    @WithDefault("false")
    boolean demo();

    /** Where files are kept while they are read. */
    @WithName("imports.directory")
    @WithDefault("${anxin.data.directory:anxin-data}/uploads")
    Path uploads();
}
