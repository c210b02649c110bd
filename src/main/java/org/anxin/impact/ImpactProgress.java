package org.anxin.impact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes what a preview has found so far, and how far it got, in one transaction. */
final class ImpactProgress {
    private static final String PROGRESS = """
            update impacts set done = least(total, done + ?), seen = clock_timestamp()
            where no = ? and node = ? and state = 'RUNNING'""";

    private final DataSource database;
    private final Impact run;
    private final String node;

    /** @param node that carries out the preview */
    ImpactProgress(DataSource database, Impact run, String node) {
        this.database = database;
        this.run = run;
        this.node = node;
    }

    /** What is to be written. */
    interface Rows {
        void write(Connection connection) throws SQLException;
    }

    /**
     * Writes rows, and that more is decided.
     *
     * @param decided so many people or batches
     * @throws ImpactLostException if the run is not this node's any more; nothing was written
     */
    void write(Rows rows, int decided) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                rows.write(connection);
                tell(connection, decided);
                connection.commit();
            } finally {
                // After a commit there is nothing to roll back.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void tell(Connection connection, int decided) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PROGRESS)) {
            update.setInt(1, decided);
            update.setLong(2, run.no());
            update.setString(3, node);
            if (update.executeUpdate() == 0) {
                throw new ImpactLostException(run);
            }
        }
    }
}
