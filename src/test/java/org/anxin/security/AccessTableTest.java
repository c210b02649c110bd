package org.anxin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of docs/security.md is read as it stands, and one that is not clear keeps the service from starting. */
class AccessTableTest {
    private static final String HEAD = "| route | of | anybody | market-organiser | auditor |\n|---|---|---|---|---|\n";

    @Test
    void whatHasNoRowIsNobodys() {
        Access none = new AccessTable().of("GET /api/v1/no-such-thing");
        assertThat(none.open()).isFalse();
        assertThat(none.own()).isFalse();
        assertThat(none.roles()).isEmpty();
    }

    @Test
    void anAuditorChangesNothing() {
        for (Access row : new AccessTable().rows()) {
            if (row.roles().contains(Role.AUDITOR)) {
                // Two that only compute have bodies.
                assertThat(row.route()).matches("GET .*|POST (/api/v1/(evaluate|rulesets/check)|/rules/what-if)");
            }
        }
    }

    @Test
    void whatIsBelowARowOfTheFrameworkGoesByIt() {
        AccessTable table = new AccessTable();
        assertThat(table.below("/q/health/ready").open()).isTrue();
        assertThat(table.below("/q/healthy").open()).isFalse();
        assertThat(table.below("/q/metrics").open()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| `GET /x` | | | maybe | |",
                "| `GET /x` | | | own | |",
                "| `GET /x` | market | | | yes |",
                "| `GET /x` | town | | own | |",
                "| `GET /x` | market | | own | own |",
                "| `GET /x` | | | | yes |\n| `GET /x` | | yes | | |"
            })
    void whatIsNotClearIsRefused(String rows) {
        assertThatThrownBy(() -> new AccessTable(HEAD + rows + "\n")).isInstanceOf(IllegalStateException.class);
    }
}
