package org.anxin.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The service's role and database: it owns the one and is no superuser. */
final class Accounts {
    private Accounts() {}

    /** Makes them unless they are there. */
    static void make(PostgresServer server) {
        try (Connection superuser = connect(server.superuser())) {
            if (isMissing(superuser, "select 1 from pg_roles where rolname = ?")) {
                // A statement of this kind takes no parameters; the password is our own, of letters, digits, - and _.
                execute(
                        superuser,
                        "create role anxin login password '" + server.service().password() + "'");
            }
            if (isMissing(superuser, "select 1 from pg_database where datname = ?")) {
                execute(superuser, "create database anxin owner anxin");
            }
        } catch (SQLException e) {
            throw new DatabaseStartException(
                    new Bilingual(
                            "本地数据库已启动，但无法建立服务所用的账户：" + e.getMessage(),
                            "The local database runs, but the service's account cannot be made: " + e.getMessage()),
                    e);
        }
    }

    /** Connects without the driver manager, which knows only the drivers of its own class loader. */
    static Connection connect(Access access) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", access.user());
        login.setProperty("password", access.password());
        @Nullable Connection connection = new Driver().connect(access.url(), login);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL URL: " + access.url());
        }
        return connection;
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, Cluster.SERVICE);
            try (ResultSet found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
