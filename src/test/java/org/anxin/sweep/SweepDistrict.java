package org.anxin.sweep;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.load.EvaluateCalls;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DemoDistrict;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The demo district in a database of its own, and nodes that sweep it. */
final class SweepDistrict implements AutoCloseable {
    static final Policy POLICY = ShippedPolicy.make();
    private static final long PATIENCE_MILLIS = 30_000;

    private final TestDatabase database = TestDatabase.migrated();
    private final AgroalDataSource pool = pool(database);
    private final List<SweepNode> nodes = new ArrayList<>();
    final Sweeps sweeps = new Sweeps(source(), new StoredRulesets(source()));

    /** Without people. */
    static SweepDistrict empty() {
        return new SweepDistrict();
    }

    static SweepDistrict demo() {
        SweepDistrict district = new SweepDistrict();
        try (Connection connection = district.source().getConnection()) {
            DemoDistrict.load(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return district;
    }

    DataSource source() {
        return pool;
    }

    private static AgroalDataSource pool(TestDatabase database) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .acquisitionTimeout(Duration.ofSeconds(3))
                            .connectionValidator(ConnectionValidator.defaultValidator())
                            .validateOnBorrow(true)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another node that takes part, with rulesets of its own as in another process. */
    SweepNode start() {
        SweepNode node = new SweepNode(
                source(),
                new StoredRulesets(source()),
                2,
                new EvaluateCalls(),
                Clock.system(ZoneId.of("Asia/Shanghai")));
        nodes.add(node);
        node.start();
        return node;
    }

    /** Asks for a run and waits for its end. */
    Sweep run(String day) throws SQLException, InterruptedException {
        return run(day, null);
    }

    Sweep run(String day, @Nullable Instant knownAt) throws SQLException, InterruptedException {
        Sweep run = sweeps.request(Days.of(day), knownAt, POLICY);
        look();
        return ended(run);
    }

    /** Lets the nodes look at once. */
    void look() {
        nodes.forEach(SweepNode::look);
    }

    Sweep ended(Sweep run) throws SQLException, InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < until) {
            Sweep now = Objects.requireNonNull(sweeps.find(run.id()));
            if (now.state() != SweepState.RUNNING) {
                return now;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("still running: " + run);
    }

    /** As the owner of the tables. */
    void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its columns with a space between. */
    List<String> rows(String sql) throws SQLException {
        return database.rows(sql);
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(rows("select count(*) from " + sql).get(0));
    }

    @Override
    public void close() {
        nodes.forEach(SweepNode::close);
        pool.close();
        database.close();
    }
}
