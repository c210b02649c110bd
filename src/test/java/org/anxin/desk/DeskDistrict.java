package org.anxin.desk;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.admission.Batch;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DemoDistrict;

/** A district with a database of its own, and any number of nodes that have a desk for it. */
public final class DeskDistrict implements AutoCloseable {
    public static final Policy POLICY = ShippedPolicy.make();
    static final AdmissionDesk.Deciding TODAY = on(Declarations.TODAY);

    private final TestDatabase database = TestDatabase.migrated();
    private final List<AgroalDataSource> pools = new ArrayList<>();
    final DataSource source = pool();
    public final AdmissionDesk desk = node(source);
    final StoredBatches batches = new StoredBatches(source);
    final FalseDocuments falseDocuments = new FalseDocuments(source);
    final Citations citations = new Citations(source);
    final Passes passes = new Passes(source);

    /** With one market and two operators, the second of which has done nothing yet. */
    static DeskDistrict small() {
        DeskDistrict district = new DeskDistrict();
        district.execute("""
                insert into markets (id, name, type) values ('M-11', 'x', 'PROFESSIONAL'), ('M-12', 'x', 'PROFESSIONAL');
                insert into operators (id, market_no, name, activated_on, letter_signed_on)
                    select 'O-1', no, 'x', date '2022-02-20', date '2022-02-21' from markets where id = 'M-11';
                insert into operators (id, market_no, name) select 'O-2', no, 'x' from markets where id = 'M-11'""");
        return district;
    }

    /** Where it is stored. */
    public DataSource source() {
        return source;
    }

    /** The demo district. */
    public static DeskDistrict demo() {
        DeskDistrict district = new DeskDistrict();
        try (Connection connection = district.source.getConnection()) {
            DemoDistrict.load(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return district;
    }

    public static AdmissionDesk.Deciding on(int day) {
        return new AdmissionDesk.Deciding(day, POLICY, "local");
    }

    /** Another node, with a pool of its own. */
    AdmissionDesk node() {
        return node(pool());
    }

    private static AdmissionDesk node(DataSource source) {
        return new AdmissionDesk(source, new StoredRulesets(source));
    }

    AgroalDataSource pool() {
        try {
            AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(configuration -> configuration
                            .maxSize(10)
                            .acquisitionTimeout(Duration.ofSeconds(20))
                            .connectionValidator(ConnectionValidator.defaultValidator())
                            .validateOnBorrow(true)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password())))));
            pools.add(pool);
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    StoredBatch declare(Batch batch) {
        try {
            return desk.declare(batch, TODAY).batch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner of the tables. */
    void execute(String sql) {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first value of the first row. */
    public String value(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pools.forEach(AgroalDataSource::close);
        database.close();
    }
}
