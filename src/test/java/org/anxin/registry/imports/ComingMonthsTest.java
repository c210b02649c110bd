package org.anxin.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.Test;

class ComingMonthsTest {
    private static final String MONTHS =
            "select relname from pg_class where relname ~ '^samples_[0-9_]+$' and relkind = 'r' order by 1";

    @Test
    void thisMonthAndTheNextTwoAreThereBeforeTheirFirstSample() throws SQLException {
        try (TestDatabase database = TestDatabase.migrated()) {
            // Already November where the markets are.
            Clock clock = Clock.fixed(Instant.parse("2022-10-31T20:00:00Z"), ZoneId.of("Asia/Shanghai"));
            ComingMonths months = new ComingMonths(database.dataSource(), clock);
            months.make();
            months.make();
            assertThat(partitions(database)).containsExactly("samples_2022_11", "samples_2022_12", "samples_2023_01");
        }
    }

    private static List<String> partitions(TestDatabase database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(MONTHS)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
