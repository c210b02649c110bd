package org.anxin.spark;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * How executors reach the service's database. Spark's own encryption protects it on its way, if it is switched on.
 *
 * @param url JDBC URL of PostgreSQL
 */
record DatabaseAccess(String url, String user, String password) implements Serializable {
    /** A connection in a transaction that reads and sees one moment until it ends. */
    Connection reading() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        // Not by the driver manager, which knows only the drivers of its own class loader.
        @Nullable Connection connection = new Driver().connect(url, login);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL URL");
        }
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return connection;
    }

    /** A connection that sees the same moment as the one that exported it. */
    Connection reading(String snapshot) throws SQLException {
        Connection connection = reading();
        try (Statement statement = connection.createStatement()) {
            // The database made it up of digits, letters and hyphens.
            statement.execute("set transaction snapshot '" + snapshot + "'");
        }
        return connection;
    }

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return "database";
    }
}
