package org.anxin.spark;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.anxin.registry.OperatorIds;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The people of a range of numbers, as stored.
 *
 * @param low first number
 * @param high number after the last
 */
record PeopleRange(DatabaseAccess access, String snapshot, long low, long high) implements Serializable {
    private static final int AT_ONCE = 10_000;

    /** Reads them some thousands at a time. */
    Iterator<StoredPerson> read() throws SQLException {
        return new Reading(access.reading(snapshot), low, high);
    }

    private static final class Reading implements Iterator<StoredPerson> {
        private final Connection connection;
        private final OperatorIds operators = new OperatorIds();
        private final long high;
        private long next;
        private Iterator<StoredPerson> some = Collections.emptyIterator();

        Reading(Connection connection, long low, long high) {
            this.connection = connection;
            this.next = low;
            this.high = high;
            // Whatever becomes of the task, its connection ends with it.
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close());
        }

        private void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean hasNext() {
            while (!some.hasNext() && next < high) {
                long to = Math.min(high, next + AT_ONCE);
                try {
                    some = StoredFacts.read(connection, next, to, null, operators)
                            .iterator();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                next = to;
            }
            return some.hasNext();
        }

        @Override
        public StoredPerson next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return some.next();
        }
    }
}
