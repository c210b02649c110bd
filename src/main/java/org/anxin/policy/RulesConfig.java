package org.anxin.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** Where rule files and the service's own data are. */
@ConfigMapping(prefix = "anxin")
public interface RulesConfig {
    /** Directory of everything that the service keeps; created if missing. */
    @WithName("data.directory")
    @WithDefault("anxin-data")
    Path dataDirectory();

    /** Directory of the rule files that staff edit; filled with the shipped rules if missing or empty. */
    @WithName("rules.directory")
    @WithDefault("${anxin.data.directory:anxin-data}/rules")
    Path rulesDirectory();

    /** What becomes of good edits in the rule directory. */
    @WithName("rules.edits")
    @WithDefault("live")
    Edits edits();

    /** What becomes of good edits in the rule directory. */
    enum Edits {
        /** They decide at once: local mode. */
        LIVE,
        /** They become drafts, to be approved and activated. */
        DRAFT
    }
}
