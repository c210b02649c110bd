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

/**
 * The database and the roles that have to do with it: one owns it, the other is the service's, which therefore can neither
 * change nor remove what the logs say. Neither is a superuser.
 */
final class Accounts {
    /** What the migrations grant the service's rights to. */
    private static final String GROUP = "anxin_service";

    private static final String ROLE = "select 1 from pg_roles where rolname = ?";
    private static final String OWNED_BY_SERVICE = "select 1 from pg_database join pg_roles r on r.oid = datdba"
            + " where datname = '" + Cluster.SERVICE + "' and rolname = ?";

    private Accounts() {}

    /** Makes them unless they are there. */
    static void make(PostgresServer server) {
        try (Connection superuser = connect(server.superuser())) {
            make(superuser, server);
        } catch (SQLException e) {
            throw new DatabaseStartException(
                    new Bilingual(
                            "本地数据库已启动，但无法建立服务所用的账户：" + e.getMessage(),
                            "The local database runs, but the service's account cannot be made: " + e.getMessage()),
                    e);
        }
    }

    private static void make(Connection superuser, PostgresServer server) throws SQLException {
        if (isMissing(superuser, ROLE, GROUP)) {
            execute(superuser, "create role " + GROUP + " nologin");
        }
        makeLogin(superuser, server.service());
        makeLogin(superuser, server.owner());
        execute(superuser, "grant " + GROUP + " to " + Cluster.SERVICE);
        if (isMissing(superuser, "select 1 from pg_database where datname = ?", Cluster.SERVICE)) {
            execute(superuser, "create database " + Cluster.SERVICE + " owner " + Cluster.OWNER);
        } else if (!isMissing(superuser, OWNED_BY_SERVICE, Cluster.SERVICE)) {
            handOver(superuser, server);
        }
    }

    private static void makeLogin(Connection superuser, Access login) throws SQLException {
        if (isMissing(superuser, ROLE, login.user())) {
            // A statement of this kind takes no parameters; the password is our own, of letters, digits, - and _.
            execute(superuser, "create role " + login.user() + " login password '" + login.password() + "'");
        }
    }

    /** In databases of earlier versions the service owns everything. */
    private static void handOver(Connection superuser, PostgresServer server) throws SQLException {
        execute(superuser, "alter database " + Cluster.SERVICE + " owner to " + Cluster.OWNER);
        try (Connection inside = connect(server.superuserIn(Cluster.SERVICE))) {
            execute(inside, "reassign owned by " + Cluster.SERVICE + " to " + Cluster.OWNER);
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

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
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
