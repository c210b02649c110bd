package org.anxin.notices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where notices are sent. */
@ConfigMapping(prefix = "anxin.notices")
public interface NoticesConfig {
    /** Who sends them: the {@code source} of every event, a URI reference that tells this installation from others. */
    @WithDefault("/anxin")
    String source();

    /** The receiver. */
    Webhook webhook();

    /** The receiver. */
    interface Webhook {
        /** Where notices are sent, http or https. Without one they are in the inbox only. */
        Optional<String> url();

        /** The key of their signatures, as Standard Webhooks write it: {@code whsec_} and 24 to 64 bytes in base64. */
        Optional<String> secret();

        /** Whether the receiver may be on this machine or in a private network; else such an address is refused. */
        @WithDefault("false")
        boolean privateAddresses();

        /** How long the receiver may take to answer. */
        @WithDefault("10s")
        Duration timeout();
    }
}
