package org.anxin.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** When sweeps run, and how much of a node they take. */
@ConfigMapping(prefix = "anxin.sweep")
public interface SweepConfig {
    /**
     * When the nightly sweep of the day begins, in {@code anxin.zone}: seconds, minutes, hours, day of month, month, day of
     * week. {@code off} for none.
     */
    @WithDefault("0 5 0 * * ?")
    String cron();

    /** How many shards a node works on at a time; as many as it has processors if not set. */
    OptionalInt threads();
}
