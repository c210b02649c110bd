package org.anxin.metrics;

import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import org.anxin.registry.DatabaseFault;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Something in the database that is looked up now and then, and not when somebody asks for the meters: asking never waits
 * for the database.
 */
final class Looked<T> {
    private static final Logger LOG = Logger.getLogger(Looked.class);

    private volatile @Nullable T last;

    /** Reads it. */
    interface Reading<T> {
        T now() throws SQLException;
    }

    /** What was read last; null before the first time, and as long as the database could not be read. */
    @Nullable
    T last() {
        return last;
    }

    /** A number of what was read last; not a number while nothing is known. */
    double value(ToDoubleFunction<T> value) {
        T now = last;
        return now == null ? Double.NaN : value.applyAsDouble(now);
    }

    void look(Reading<T> reading) {
        try {
            last = reading.now();
        } catch (SQLException | RuntimeException e) {
            last = null;
            // That the database is away is told once, by whoever sweeps.
            if (DatabaseFault.of(e) != DatabaseFault.UNREACHABLE) {
                LOG.warnf("A meter could not be read: %s", e.getMessage());
            }
        }
    }
}
