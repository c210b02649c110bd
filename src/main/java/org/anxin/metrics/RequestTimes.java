package org.anxin.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Times of requests are counted in a few classes, so that slow ones can be told from many quick ones. */
class RequestTimes {
    private static final String REQUESTS = "http.server.requests";
    private static final double[] NANOS = DoubleStream.of(1, 5, 10, 50, 100, 500, 1_000, 5_000)
            .map(millis -> millis * Duration.ofMillis(1).toNanos())
            .toArray();

    @Produces
    @Singleton
    MeterFilter classes() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(NANOS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
