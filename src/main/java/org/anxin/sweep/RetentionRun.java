package org.anxin.sweep;

import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import org.anxin.load.Background;
import org.anxin.personal.Forgetting;
import org.anxin.policy.ActivePolicy;
import org.anxin.rulebook.Retention;
import org.anxin.time.Days;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Forgets in the night whom the rules say to forget, once the lists of the day are out. */
@ApplicationScoped
public class RetentionRun {
    private static final Logger LOG = Logger.getLogger(RetentionRun.class);
    private static final String REQUEST = "retention";

    private final Forgetting forgetting;
    private final SweepFreshness freshness;
    private final ActivePolicy activePolicy;
    private volatile int done = Days.NONE;

    RetentionRun(
            @DataSource(Background.POOL) javax.sql.DataSource database,
            SweepFreshness freshness,
            ActivePolicy activePolicy) {
        this.forgetting = new Forgetting(database);
        this.freshness = freshness;
        this.activePolicy = activePolicy;
    }

    @Scheduled(
            every = "10m",
            delayed = "2m",
            identity = "personal data kept long enough",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void afterTheSweep() {
        try {
            Freshness now = freshness.now();
            if (now.due() != Days.NONE && now.swept() == now.due() && now.swept() != done && of(now.swept())) {
                done = now.swept();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Personal data were not forgotten and are tried again: %s", e.getMessage());
        }
    }

    private boolean of(int day) throws SQLException {
        Forgetting.Forgotten gone =
                run(forgetting, activePolicy.inForce(day).ruleset().retention(), day);
        if (gone != null && gone.people() > 0) {
            LOG.infof("%d people were forgotten, with %d samples and absences", gone.people(), gone.records());
        }
        return gone != null;
    }

    /**
     * Forgets whom a retention says to forget.
     *
     * @param retention null if data are kept for good
     * @param day which the service has swept, as an epoch day
     * @return null if somebody else is at it
     */
    static Forgetting.@Nullable Forgotten run(Forgetting forgetting, @Nullable Retention retention, int day)
            throws SQLException {
        return retention == null
                ? new Forgetting.Forgotten(0, 0)
                : forgetting.run(LocalDate.ofEpochDay((long) day - retention.days()), "local", REQUEST);
    }
}
