package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StoredRulesetsTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Policy POLICY = ShippedPolicy.make();
    private static final String ID = POLICY.ruleset().id();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static StoredRulesets another() {
        return new StoredRulesets(DATABASE.dataSource());
    }

    @Test
    void anotherNodeDecidesByTheSameRuleset() throws SQLException {
        StoredRulesets here = another();
        here.keep(POLICY);
        here.keep(POLICY);
        assertThat(here.policy(ID)).isSameAs(POLICY);
        Policy there = Objects.requireNonNull(another().policy(ID));
        assertThat(there.ruleset().id()).isEqualTo(ID);
        assertThat(there.ruleset().rules()).isEqualTo(POLICY.ruleset().rules());
    }

    @Test
    void whatWasNeverStoredIsNotKnown() throws SQLException {
        assertThat(another().policy("sha256:" + "0".repeat(64))).isNull();
    }

    @Test
    void filesThatAreNotThoseOfTheirIdAreRefused() throws SQLException {
        String other = "sha256:" + "1".repeat(64);
        another().keep(POLICY);
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into rulesets (id, files) select '" + other
                    + "', files from rulesets where id = '" + ID + "'");
        }
        assertThatThrownBy(() -> another().policy(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(other);
    }
}
