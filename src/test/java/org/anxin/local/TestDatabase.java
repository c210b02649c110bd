package org.anxin.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for a test that needs no Quarkus, on the server that all tests of the JVM share (those with
 * Quarkus too). The first one of a JVM starts the server: some 4 seconds at first, half a second when
 * {@code target/test-data} is there; every other takes some 0.1 seconds.
 *
 * <pre>{@code
 * class ImportTest {
 *     private static final TestDatabase DATABASE = TestDatabase.migrated();
 *
 *     @AfterAll
 *     static void drop() throws SQLException {
 *         DATABASE.close();
 *     }
 *
 *     @Test
 *     void aRowArrivesOnce() throws SQLException {
 *         try (Connection connection = DATABASE.dataSource().getConnection()) { ... }
 *     }
 * }
 * }</pre>
 *
 * It has the migrations of {@code db/migration} and no rows. {@link #dataSource()} opens a connection of the service's
 * role, which owns nothing, each time it is asked; {@link #owner()} of the role that owns the tables. Closing drops the database, with
 * connections or without; one that is not closed goes when the next JVM starts.
 *
 * @param url JDBC URL
 * @param user name of the role
 * @param password its password
 */
public record TestDatabase(String url, String user, String password) implements AutoCloseable {
    private static final Path DIRECTORY = Path.of("target/test-data/postgres");
    private static final String TEMPLATE = "test_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Made once: copying it is faster than migrating each. */
    private static final class Template {
        private static final String NAME = make();

        private static String make() {
            dropLeftovers();
            TestDatabase template = create(TEMPLATE, "template0");
            Flyway.configure()
                    .dataSource(template.owner())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return TEMPLATE;
        }
    }

    /** With all tables of the service, empty. */
    public static TestDatabase migrated() {
        return create("test_" + NUMBER.incrementAndGet(), Template.NAME);
    }

    /** With nothing at all, for tests of migrations. */
    public static TestDatabase empty() {
        String afterLeftoversAreGone = Template.NAME;
        assert !afterLeftoversAreGone.isEmpty();
        return create("test_" + NUMBER.incrementAndGet(), "template0");
    }

    /** Another one with the same rows. Nobody may be connected to this one. */
    public TestDatabase copy() {
        return create("test_" + NUMBER.incrementAndGet(), name() + " strategy file_copy");
    }

    /** A new connection at each call, with automatic commit. */
    public DataSource dataSource() {
        return source(url, user, password);
    }

    /** Connections of the role that owns the tables: for what the service may not do. */
    public DataSource owner() {
        return owner(url);
    }

    /** The role that owns the tables. */
    public String ownerName() {
        return SharedServers.owner(DIRECTORY).user();
    }

    /** Its password. */
    public String ownerPassword() {
        return SharedServers.owner(DIRECTORY).password();
    }

    /** Connections of the owner to a database of the shared server. */
    static DataSource owner(String url) {
        Access owner = SharedServers.owner(DIRECTORY);
        return source(url, owner.user(), owner.password());
    }

    /** Connections of the superuser, who may do what nobody should. */
    public DataSource superuser() {
        Access superuser = SharedServers.superuser(DIRECTORY);
        return source(url, superuser.user(), superuser.password());
    }

    private static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Executes a statement as the service. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query of the service, each as its columns with a space between. */
    public List<String> rows(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
                all.add(String.join(" ", columns));
            }
            return all;
        }
    }

    /** Drops it. */
    @Override
    public void close() {
        administer("drop database if exists " + name() + " with (force)");
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static TestDatabase create(String name, String template) {
        administer("create database " + name + " owner anxin_owner template " + template);
        Access service = SharedServers.service(DIRECTORY);
        String url = service.url().substring(0, service.url().lastIndexOf('/') + 1) + name;
        return new TestDatabase(url, service.user(), service.password());
    }

    private static void dropLeftovers() {
        try (Connection connection = Accounts.connect(SharedServers.superuser(DIRECTORY));
                Statement query = connection.createStatement();
                Statement drop = connection.createStatement();
                var names = query.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (names.next()) {
                drop.execute("drop database " + names.getString(1) + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void administer(String sql) {
        try (Connection connection = Accounts.connect(SharedServers.superuser(DIRECTORY));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
