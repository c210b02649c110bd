package org.anxin.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import org.anxin.sweep.Freshness;
import org.anxin.time.Days;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how far the nightly runs are. A node behind with them answers requests as well as any other, so it stays ready; that
 * somebody must look is said by an alert (docs/operations/alerts.yaml).
 */
@Readiness
@ApplicationScoped
class SweepHealth implements HealthCheck {
    private final SweepMeters meters;

    SweepHealth(SweepMeters meters) {
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("sweeps").up();
        Freshness now = meters.last();
        if (now == null) {
            return answer.withData("known", false).build();
        }
        if (now.swept() != Days.NONE) {
            answer.withData("swept", Days.text(now.swept()));
        }
        return answer.withData("known", true)
                .withData("daysBehind", now.daysBehind())
                .withData("missed", now.missed())
                .build();
    }
}
