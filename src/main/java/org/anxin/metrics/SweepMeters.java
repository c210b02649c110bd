package org.anxin.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.anxin.sweep.Freshness;
import org.anxin.sweep.SweepFreshness;
import org.jspecify.annotations.Nullable;

/** How far the nightly runs are. */
@ApplicationScoped
class SweepMeters {
    private static final double MILLIS = 1_000;

    private final SweepFreshness freshness;
    private final Looked<Freshness> looked = new Looked<>();

    SweepMeters(SweepFreshness freshness, MeterRegistry registry) {
        this.freshness = freshness;
        gauge(
                registry,
                "anxin.sweep.days.behind",
                "Days that wait for their lists; 0 when all is done",
                now -> now.isExpected() ? now.daysBehind() : Double.NaN);
        gauge(
                registry,
                "anxin.sweep.last.ended.seconds",
                "When the last nightly sweep ended, in seconds since 1970",
                SweepMeters::ended);
        people(registry, "registered", Freshness::registered);
        people(registry, "evaluated", Freshness::evaluated);
        people(registry, "errors", Freshness::errors);
        people(registry, "missed", Freshness::missed);
    }

    private static double ended(Freshness now) {
        Instant ended = now.ended();
        return ended == null ? Double.NaN : ended.toEpochMilli() / MILLIS;
    }

    private void people(MeterRegistry registry, String part, ToDoubleFunction<Freshness> count) {
        Gauge.builder("anxin.sweep.people", () -> looked.value(count))
                .description("People of the last nightly sweep; missed must be 0")
                .tag("part", part)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String about, ToDoubleFunction<Freshness> value) {
        Gauge.builder(name, () -> looked.value(value)).description(about).register(registry);
    }

    @Scheduled(
            every = "10s",
            identity = "sweep meters",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        looked.look(freshness::now);
    }

    /** How far they were some ten seconds ago; null as long as the database could not be read. */
    @Nullable
    Freshness last() {
        return looked.last();
    }
}
