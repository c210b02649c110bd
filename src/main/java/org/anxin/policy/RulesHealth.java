package org.anxin.policy;

import jakarta.enterprise.context.ApplicationScoped;
import org.anxin.rulebook.Mistake;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Tells which rules decide, and whether the files in the directory are others because they have mistakes. */
@Readiness
@Startup
@ApplicationScoped
class RulesHealth implements HealthCheck {
    private final ActivePolicy activePolicy;

    RulesHealth(ActivePolicy activePolicy) {
        this.activePolicy = activePolicy;
    }

    @Override
    public HealthCheckResponse call() {
        DirectoryState state = activePolicy.state();
        long mistakes = state.mistakes().stream().filter(Mistake::fatal).count();
        return HealthCheckResponse.named("rules")
                .up()
                .withData("ruleset", state.active())
                .withData("directory", directory(state, mistakes))
                .withData("mistakes", mistakes)
                .build();
    }

    private static String directory(DirectoryState state, long mistakes) {
        if (state.live()) {
            return "live";
        }
        return mistakes > 0
                ? "last good version serves; the files have mistakes"
                : "another version is in force than the files";
    }
}
