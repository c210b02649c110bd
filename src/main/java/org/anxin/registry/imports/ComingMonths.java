package org.anxin.registry.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Makes the monthly partitions of this month and the two that follow before anybody needs them: making one waits for
 * imports that are being merged, and everybody else would wait behind it.
 */
@Singleton
class ComingMonths {
    private static final Logger LOG = Logger.getLogger(ComingMonths.class);
    private static final int AHEAD = 2;

    private final DataSource database;
    private final Clock clock;

    ComingMonths(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "5s",
            identity = "coming months of samples",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void make() {
        LocalDate first = LocalDate.now(clock).withDayOfMonth(1);
        try (Connection connection = database.getConnection()) {
            for (int ahead = 0; ahead <= AHEAD; ahead++) {
                Partitions.make(first.plusMonths(ahead), connection);
            }
        } catch (SQLException e) {
            // An import that needs one makes it itself.
            LOG.warnf("The coming months of samples were not prepared: %s", e.getMessage());
        }
    }
}
