package org.anxin.api;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The service's clock, in its zone; tests put another in its place. */
class Clocks {
    @Produces
    @Singleton
    Clock clock(AnxinConfig config) {
        return Clock.system(config.zone());
    }
}
