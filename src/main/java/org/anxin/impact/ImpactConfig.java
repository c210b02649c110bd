package org.anxin.impact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long previews are kept. */
@ConfigMapping(prefix = "anxin.impact")
public interface ImpactConfig {
    /** How long previews of impacts, and shadow runs, can be read after they have ended. */
    @WithDefault("7d")
    Duration keep();
}
