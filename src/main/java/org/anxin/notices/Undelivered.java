package org.anxin.notices;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What the webhook has not taken yet.
 *
 * @param count of notices
 * @param oldestSeconds how long the oldest of them has waited, by the database's clock; 0 if none waits
 */
public record Undelivered(int count, double oldestSeconds) {
    private static final String READ = "select count(*),"
            + " coalesce(extract(epoch from clock_timestamp() - min(noted)), 0) from notices where delivered is null";

    /** What waits now. */
    public static Undelivered now(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            ResultSet row = select.executeQuery();
            row.next();
            return new Undelivered(row.getInt(1), row.getDouble(2));
        }
    }
}
