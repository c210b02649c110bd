package org.anxin.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The zone is fixed with the first stored data, and a start in another is refused (SPEC section 9). */
class FixedZoneTest {
    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void drop() {
        database.close();
    }

    private void start(String zone) throws SQLException {
        new FixedZone(database.dataSource(), Clock.system(ZoneId.of(zone))).check(new StartupEvent());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String kept() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet zone = statement.executeQuery("select zone from installation")) {
            zone.next();
            return zone.getString(1);
        }
    }

    @Test
    void whileNothingIsStoredTheZoneMayChange() throws SQLException {
        start("Asia/Shanghai");
        start("Europe/Berlin");
        assertThat(kept()).isEqualTo("Europe/Berlin");
        start("Asia/Shanghai");
        assertThat(kept()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void oncePeopleAreStoredAnotherZoneIsRefusedAndTheSameOneIsNot() throws SQLException {
        start("Asia/Shanghai");
        execute("insert into people (id) values ('P-1')");
        start("Asia/Shanghai");
        start("PRC");
        assertThatThrownBy(() -> start("Europe/Berlin"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("已拒绝启动", "did not start", "ANXIN_ZONE", "Asia/Shanghai", "Europe/Berlin");
        assertThat(kept()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void aDeletedFactIsRememberedInItsDaysToo() throws SQLException {
        start("Asia/Shanghai");
        execute("insert into markets (id, name, type) values ('M-1', 'M', 'FARMERS')");
        execute("delete from markets");
        assertThatThrownBy(() -> start("UTC")).isInstanceOf(ConfigurationException.class);
    }
}
