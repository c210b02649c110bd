package org.anxin.impact;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.desk.AdmissionDesk;
import org.anxin.load.EvaluateCalls;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DemoDistrict;
import org.anxin.registry.Replica;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.SweepNode;
import org.anxin.sweep.SweepState;
import org.anxin.sweep.Sweeps;
import org.anxin.time.Days;

/** The demo district in a database of its own, with a node that sweeps it and foresees what other rules would change. */
final class ImpactDistrict implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;

    private final TestDatabase database = TestDatabase.migrated();
    private final AgroalDataSource pool = pool(database);
    final StoredRulesets rulesets = new StoredRulesets(pool);
    final Sweeps sweeps = new Sweeps(pool, rulesets);
    final Impacts impacts = new Impacts(pool, rulesets);
    final ChangedPeople people = new ChangedPeople(pool);
    final ChangedBatches batches = new ChangedBatches(pool);
    final AdmissionDesk desk = new AdmissionDesk(pool, rulesets);
    final EvaluateCalls calls = new EvaluateCalls();
    private final SweepNode sweeping = new SweepNode(pool, rulesets, 2, new EvaluateCalls(), Clock.systemUTC());
    final ImpactNode foreseeing = new ImpactNode(pool, new Replica(null), rulesets, calls, Duration.ofDays(7));

    static ImpactDistrict demo() {
        ImpactDistrict district = new ImpactDistrict();
        try (Connection connection = district.pool.getConnection()) {
            DemoDistrict.load(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return district;
    }

    void start() {
        sweeping.start();
        foreseeing.start();
    }

    DataSource source() {
        return pool;
    }

    private static AgroalDataSource pool(TestDatabase database) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .acquisitionTimeout(Duration.ofSeconds(3))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Sweep sweep(String day, Policy policy) throws SQLException, InterruptedException {
        Sweep run = sweeps.request(Days.of(day), null, policy);
        sweeping.look();
        for (long until = System.currentTimeMillis() + PATIENCE_MILLIS; System.currentTimeMillis() < until; ) {
            Sweep now = Objects.requireNonNull(sweeps.find(run.id()));
            if (now.state() != SweepState.RUNNING) {
                return now;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("still running: " + run);
    }

    Impact ask(Policy policy, Policy against, String from, String to) throws SQLException {
        Impact impact = Objects.requireNonNull(impacts.request(policy, against, Days.of(from), Days.of(to)));
        foreseeing.look();
        return impact;
    }

    Impact ended(Impact asked) throws SQLException, InterruptedException {
        for (long until = System.currentTimeMillis() + PATIENCE_MILLIS; System.currentTimeMillis() < until; ) {
            Impact now = Objects.requireNonNull(impacts.find(asked.no()));
            if (now.state() != ImpactState.RUNNING) {
                return now;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("still running: " + asked);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its columns with a space between. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
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

    @Override
    public void close() {
        foreseeing.close();
        sweeping.close();
        pool.close();
        database.close();
    }
}
