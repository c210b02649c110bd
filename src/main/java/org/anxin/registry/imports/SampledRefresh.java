package org.anxin.registry.imports;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.anxin.load.Background;
import org.jboss.logging.Logger;

/**
 * Brings the packed samples of people up to date after samples have come in, so that the nightly sweep need not. It runs
 * behind the answer to whoever sent them, and what it does not get done the sweep does.
 */
@ApplicationScoped
public class SampledRefresh {
    private static final Logger LOG = Logger.getLogger(SampledRefresh.class);

    /** People numbers that one transaction covers. */
    private static final int CHUNK = 10_000;

    private final DataSource database;

    /** One thread; of the requests that come while it works, one waits and the others are satisfied with that one. */
    private final ExecutorService worker = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1),
            work -> new Thread(work, "sampled-refresh"),
            new ThreadPoolExecutor.DiscardPolicy());

    public SampledRefresh(@io.quarkus.agroal.DataSource(Background.POOL) DataSource database) {
        this.database = database;
    }

    /** Does it later, on another thread. */
    public void soon() {
        worker.execute(this::tryNow);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private void tryNow() {
        try {
            now();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Packed samples were not brought up to date; the next sweep does it: %s", e.getMessage());
        }
    }

    /** Does it for everybody whose samples have changed. */
    public void now() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement next =
                        connection.prepareStatement("select min(person_no) from sample_changes where person_no >= ?");
                PreparedStatement refresh = connection.prepareStatement("select refresh_sampled(?, ?)")) {
            long low = first(next, Long.MIN_VALUE);
            while (low != Long.MIN_VALUE && !Thread.currentThread().isInterrupted()) {
                refresh.setLong(1, low);
                refresh.setLong(2, low + CHUNK);
                refresh.execute();
                low = first(next, low + CHUNK);
            }
        }
    }

    /** The lowest changed number from {@code from} on, or {@link Long#MIN_VALUE}. */
    private static long first(PreparedStatement next, long from) throws SQLException {
        next.setLong(1, from);
        try (ResultSet found = next.executeQuery()) {
            found.next();
            long number = found.getLong(1);
            return found.wasNull() ? Long.MIN_VALUE : number;
        }
    }
}
