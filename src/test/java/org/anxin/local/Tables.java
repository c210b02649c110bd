package org.anxin.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Tables of a database that a service works with meanwhile. */
public final class Tables {
    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 20;

    private Tables() {}

    /**
     * Empties them, and all that refer to them. The service looks at several tables at once, in another order than they are
     * locked here: of the two that then wait for each other one is refused, and if it is this one, it tries again. The
     * service may not do this; it is done as the owner.
     *
     * @param names with commas between
     */
    public static void empty(DataSource database, String names) throws SQLException {
        DataSource owner = TestDatabase.owner(url(database));
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = owner.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("truncate " + names + " cascade");
                return;
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static String url(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }
}
