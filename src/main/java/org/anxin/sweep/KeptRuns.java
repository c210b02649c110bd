package org.anxin.sweep;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.anxin.registry.Snapshot;
import org.jboss.logging.Logger;

/**
 * What runs found, for people who look. The rows of a large run are kept for some twenty times as long as they took to read,
 * and for as long again while fresh ones are read; those of a district are read anew each time.
 */
final class KeptRuns {
    private static final Logger LOG = Logger.getLogger(KeptRuns.class);
    private static final int MOST = 4;
    private static final long TIMES = 20;

    /** What takes no longer is read anew: nobody notices. */
    private static final long QUICK_NANOS = Duration.ofMillis(150).toNanos();

    private final DataSource database;
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(RunRows rows, long read, long took) {
        /** How many times as long as it took ago it was read. */
        private long age() {
            return (System.nanoTime() - read) / took;
        }
    }

    KeptRuns(DataSource database) {
        this.database = database;
    }

    /** The rows of a completed run. */
    RunRows of(Sweep run) throws SQLException {
        // A database that was emptied numbers its runs anew.
        String key = run.no() + " " + run.id() + " " + run.ended();
        synchronized (kept) {
            Kept known = kept.get(key);
            if (known != null && known.age() < 2 * TIMES) {
                if (known.age() >= TIMES && underWay.add(key)) {
                    Infrastructure.getDefaultWorkerPool().execute(() -> refresh(run, key));
                }
                return known.rows();
            }
        }
        return read(run, key);
    }

    private void refresh(Sweep run, String key) {
        try {
            read(run, key);
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(e, "What run %s found could not be read again", run.id());
        } finally {
            synchronized (kept) {
                underWay.remove(key);
            }
        }
    }

    private RunRows read(Sweep run, String key) throws SQLException {
        long begun = System.nanoTime();
        RunRows rows = Snapshot.of(database, connection -> RunRows.read(connection, run));
        long ended = System.nanoTime();
        if (ended - begun > QUICK_NANOS) {
            synchronized (kept) {
                kept.put(key, new Kept(rows, ended, ended - begun));
            }
        }
        return rows;
    }
}
