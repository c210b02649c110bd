package org.anxin.ledger;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Makes the partitions of coming months beforehand, and seals what was logged. Every node does; once is enough. */
@Singleton
class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private static final int AHEAD = 2;
    private static final Duration TELLING = Duration.ofHours(1);
    private static final String SEAL = "select no, hash from seal_decisions()";
    private static final String OWNS =
            "select pg_has_role(relowner, 'usage') from pg_class" + " where oid = 'decision_log'::regclass";

    private final DataSource database;
    private final Clock clock;
    private long told;
    private Instant tellAgain = Instant.EPOCH;

    Upkeep(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "5s",
            identity = "coming months of the logs",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void makeMonths() {
        LocalDate first = LocalDate.now(clock.withZone(ZoneOffset.UTC)).withDayOfMonth(1);
        try (Connection connection = database.getConnection();
                PreparedStatement make = connection.prepareStatement("select log_partitions(?)")) {
            for (int ahead = 0; ahead <= AHEAD; ahead++) {
                make.setObject(1, first.plusMonths(ahead));
                make.execute();
            }
        } catch (SQLException e) {
            // Rows whose month has no partition go to the one of all others.
            LOG.warnf("The coming months of the logs were not prepared: %s", e.getMessage());
        }
    }

    /** Also tells the log, which is kept elsewhere, where the seals have come to: they cannot be made anew unseen. */
    @Scheduled(
            every = "30s",
            delayed = "10s",
            identity = "seals of the decision log",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void seal() {
        try (Connection connection = database.getConnection();
                Statement seal = connection.createStatement();
                ResultSet last = seal.executeQuery(SEAL)) {
            Instant now = clock.instant();
            if (last.next() && last.getLong(1) > told && !now.isBefore(tellAgain)) {
                told = last.getLong(1);
                tellAgain = now.plus(TELLING);
                LOG.infof("Decision log: seal %d is %s", told, HexFormat.of().formatHex(last.getBytes(2)));
            }
        } catch (SQLException e) {
            LOG.debugf("The decision log was not sealed: %s", e.getMessage());
        }
    }

    @Scheduled(
            every = "24h",
            delayed = "1s",
            identity = "rights on the logs",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void checkRights() {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet owns = select.executeQuery(OWNS)) {
            if (owns.next() && owns.getBoolean(1)) {
                LOG.warn("服务的数据库账户拥有日志表，可以改动日志；请分设两个账户。 / The service's database role owns the logs and could"
                        + " change them; use two roles (docs/operations.md).");
            }
        } catch (SQLException e) {
            LOG.debugf("Rights on the logs were not checked: %s", e.getMessage());
        }
    }
}
