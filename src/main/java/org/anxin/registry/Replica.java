package org.anxin.registry;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the database that follows it, for whoever reads everybody and writes nothing of it. What was committed before
 * somebody asks is in the answer all the same: the replica is waited for, and where it is away or too far behind the database
 * itself is read. There need not be one ({@code quarkus.datasource.reading.jdbc.url}).
 */
@Singleton
public class Replica {
    /** The datasource's name. */
    static final String NAME = "reading";

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_MILLIS = 10;

    /** So long it is left alone after it failed, since finding out costs time. */
    private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Confirmed commits are on disk up to here. */
    private static final String COMMITTED = "select pg_current_wal_flush_lsn()::text";

    /** Null where it follows nobody any more, for example because it was promoted. */
    private static final String HAS_IT = "select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ?::pg_lsn";

    private final @Nullable DataSource source;

    /** Until when it is left alone, as {@link System#nanoTime()}; 0 while it is there. */
    private final AtomicLong away = new AtomicLong();

    @Inject
    Replica(@io.quarkus.agroal.DataSource(NAME) InjectableInstance<AgroalDataSource> replica) {
        this(replica.getHandle().getBean().isActive() ? replica.get() : null);
    }

    /** @param source null if there is none */
    public Replica(@Nullable DataSource source) {
        this.source = source;
    }

    /**
     * What {@code reading} makes of one moment, which is not before now. It may be asked twice, so it only reads.
     *
     * @param database that the replica follows
     */
    public <T> T snapshot(DataSource database, Snapshot.Reading<T> reading) throws SQLException {
        DataSource replica = source;
        if (replica != null && isWorthATry() && hasCaughtUp(database, replica)) {
            try {
                T read = Snapshot.of(replica, reading);
                found();
                return read;
            } catch (SQLException e) {
                lost(String.valueOf(e.getMessage()));
            }
        }
        return Snapshot.of(database, reading);
    }

    private boolean isWorthATry() {
        long until = away.get();
        return until == 0 || System.nanoTime() - until > 0;
    }

    private boolean hasCaughtUp(DataSource database, DataSource replica) throws SQLException {
        String committed = committed(database);
        long begin = System.nanoTime();
        try (Connection connection = replica.getConnection();
                PreparedStatement asking = connection.prepareStatement(HAS_IT)) {
            asking.setString(1, committed);
            while (!isTrue(asking)) {
                if (System.nanoTime() - begin > PATIENCE_NANOS) {
                    lost("it is behind, or follows no longer");
                    return false;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return true;
        } catch (SQLException e) {
            lost(String.valueOf(e.getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String committed(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement asking = connection.createStatement();
                ResultSet row = asking.executeQuery(COMMITTED)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean isTrue(PreparedStatement asking) throws SQLException {
        try (ResultSet row = asking.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void lost(String reason) {
        long until = System.nanoTime() + AWAY_NANOS;
        // 0 means that it is there.
        if (away.getAndSet(until == 0 ? 1 : until) == 0) {
            LOG.warnf("The replica is not used for now, the database itself is read: %s", reason);
        }
    }

    private void found() {
        if (away.getAndSet(0) != 0) {
            LOG.info("The replica is used again");
        }
    }
}
