package org.anxin.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.anxin.notices.NoticesConfig;
import org.anxin.notices.Undelivered;

/** Whether notices reach their receiver; not a number without one. */
@ApplicationScoped
class NoticeMeters {
    private final DataSource database;
    private final boolean isSending;
    private final Looked<Undelivered> looked = new Looked<>();

    NoticeMeters(DataSource database, NoticesConfig config, MeterRegistry registry) {
        this.database = database;
        this.isSending = config.webhook().url().isPresent();
        Gauge.builder("anxin.notices.waiting", () -> looked.value(Undelivered::count))
                .description("Notices that the webhook has not taken yet")
                .register(registry);
        Gauge.builder("anxin.notices.oldest.seconds", () -> looked.value(Undelivered::oldestSeconds))
                .description("How long the oldest of them has waited")
                .register(registry);
    }

    @Scheduled(
            every = "10s",
            identity = "notice meters",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        if (isSending) {
            looked.look(() -> Undelivered.now(database));
        }
    }
}
