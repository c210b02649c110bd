package org.anxin.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.anxin.policy.Activation;
import org.anxin.policy.ActivePolicy;

/** Which rules decide on this node, so that nodes with different ones are seen. */
@ApplicationScoped
class RulesetMeters {
    /** After the rules are there, which begin with the usual priority. */
    private static final int LATE = 10_000;

    private final ActivePolicy activePolicy;
    private final Clock clock;
    private final MultiGauge ruleset;

    /** The schedule begins before the rules are there. */
    private volatile boolean started;

    /** 1 if the files in the directory decide, 0 if not, not a number before the start. */
    private volatile double live = Double.NaN;

    RulesetMeters(ActivePolicy activePolicy, Clock clock, MeterRegistry registry) {
        this.activePolicy = activePolicy;
        this.clock = clock;
        this.ruleset = MultiGauge.builder("anxin.ruleset.info")
                .description("1 for the ruleset that decides on this node")
                .register(registry);
        Gauge.builder("anxin.rules.directory.live", () -> live)
                .description("1 if the files in the rule directory are what decides")
                .register(registry);
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        started = true;
        look();
    }

    @Scheduled(
            every = "1s",
            identity = "ruleset meters",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        if (!started) {
            return;
        }
        live = activePolicy.state().live() ? 1 : 0;
        String id = activePolicy.current().ruleset().id();
        Activation inForce =
                activePolicy.timetable().inForce((int) LocalDate.now(clock).toEpochDay());
        String version = inForce != null && inForce.ruleset().equals(id) ? Integer.toString(inForce.version()) : "";
        ruleset.register(List.of(MultiGauge.Row.of(Tags.of("ruleset", id, "version", version), 1)), true);
    }
}
