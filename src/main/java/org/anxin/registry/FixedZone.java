package org.anxin.registry;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;

/**
 * Fixes the zone in which times of samples become days with the first stored data, and refuses to start in another from then
 * on (SPEC section 9): the days that are stored would be wrong there.
 */
@Singleton
class FixedZone {
    /** Everything else belongs to a market or to a person. */
    private static final String ANY_FACT = """
            select exists (select from markets) or exists (select from people)
                or exists (select from markets_past) or exists (select from people_past)""";

    private final DataSource database;
    private final ZoneId zone;

    FixedZone(DataSource database, Clock clock) {
        this.database = database;
        this.zone = clock.getZone();
    }

    /** After the migrations, and before anything else could store what it was given. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ZoneId before = keep(connection);
            if (!sameDays(before)) {
                if (anyFact(connection)) {
                    // The one kind of exception that Quarkus prints by its message alone before it exits.
                    throw new ConfigurationException(refusal(before));
                }
                replace(connection);
            }
            connection.commit();
        }
    }

    /** Zones of different names may have the same days at all times. */
    private boolean sameDays(ZoneId other) {
        return other.getRules().equals(zone.getRules());
    }

    /** The zone that is kept, locked until the end of the transaction. */
    private ZoneId keep(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                        connection.prepareStatement("insert into installation values (?) on conflict do nothing");
                Statement select = connection.createStatement()) {
            insert.setString(1, zone.getId());
            insert.executeUpdate();
            try (ResultSet kept = select.executeQuery("select zone from installation for update")) {
                kept.next();
                return ZoneId.of(kept.getString(1));
            }
        }
    }

    private static boolean anyFact(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet any = select.executeQuery(ANY_FACT)) {
            any.next();
            return any.getBoolean(1);
        }
    }

    private void replace(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update installation set zone = ?")) {
            update.setString(1, zone.getId());
            update.executeUpdate();
        }
    }

    private String refusal(ZoneId before) {
        return """
                已登记的数据按时区 %1$s 换算日期，不能改用 %2$s，已拒绝启动。请将 anxin.zone（ANXIN_ZONE）设为 %1$s。
                The stored data has its days in the zone %1$s and cannot be read in %2$s, so the service did not start. \
                Set anxin.zone (ANXIN_ZONE) to %1$s.""".formatted(before, zone);
    }
}
