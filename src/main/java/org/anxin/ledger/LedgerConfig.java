package org.anxin.ledger;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator of the service may set about the decision log. */
@Unremovable
@ConfigMapping(prefix = "anxin.ledger")
public interface LedgerConfig {
    /** Whether every answer of {@code POST /api/v1/evaluate} is logged; {@code ?log=} says otherwise for one call. */
    @WithDefault("false")
    boolean evaluate();
}
