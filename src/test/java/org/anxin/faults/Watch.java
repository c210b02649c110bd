package org.anxin.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at a database often, over one connection. */
final class Watch implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    Watch(Province province) throws SQLException {
        this.connection = province.connect();
        this.statement = connection.createStatement();
    }

    long number(String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
