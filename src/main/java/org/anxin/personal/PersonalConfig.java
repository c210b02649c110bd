package org.anxin.personal;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How names, identity numbers and phones are kept (docs/security.md). */
@Unremovable
@ConfigMapping(prefix = "anxin.personal")
public interface PersonalConfig {
    /**
     * The keys that seal them, {@code NUMBER:BASE64} of 32 bytes each with commas between them: the first one seals, all of them
     * open. The same on all nodes. Local mode's own database keeps a key beside its passwords; any other needs this.
     */
    Optional<String> keys();
}
