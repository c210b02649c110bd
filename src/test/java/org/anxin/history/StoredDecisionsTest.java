package org.anxin.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.registry.Undecidable;
import org.anxin.testing.PersonDecision;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredDecisionsTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Policy POLICY = ShippedPolicy.make();
    private static final StoredDecisions DECISIONS = new StoredDecisions(DATABASE.dataSource());

    /** Times between what became known, by name. */
    private static final Map<String, Instant> TIMES = new HashMap<>();

    private static Connection connection;
    private static StoredHistory history;

    @BeforeAll
    static void load() throws SQLException {
        connection = DATABASE.dataSource().getConnection();
        history = new StoredHistory(connection);
        TIMES.put("before", history.now());
        history.market("M-01", "FARMERS");
        history.person("P-1");
        history.assignment("P-1", "M-01", "STAFF", "2022-01-01", null);
        history.sample("P-1", "2022-03-10", "NEGATIVE");
        history.sample("P-1", "2022-03-13", "PENDING");
        TIMES.put("reported", history.now());
        history.sample("P-1", "2022-03-13", "NEGATIVE");
        TIMES.put("result", history.now());
        history.absence("P-1", "2022-03-20", "2022-03-25");
        TIMES.put("absent", history.now());
        history.sample("P-1", "2022-03-27", "POSITIVE");
        TIMES.put("positive", history.now());
        history.execute("update people set released_on = '2022-03-30' where id = 'P-1'");
        history.execute("update assignments set to_on = '2022-04-02'");
        TIMES.put("released", history.now());
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        DATABASE.close();
    }

    private static StoredDecision decide(String person, String asOf, @Nullable Instant knownAt) throws SQLException {
        return DECISIONS.of(person, Days.of(asOf), knownAt, POLICY);
    }

    private static String told(StoredDecision found) {
        PersonDecision decision = ((StoredDecision.Decided) found).decision();
        return decision.status() + (decision.dueOn() == Days.NONE ? "" : " " + Days.text(decision.dueOn()));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-09, now, OVERDUE 2022-01-03",
        "2022-03-12, now, DUE_TOMORROW 2022-03-13",
        "2022-03-14, now, COMPLIANT 2022-03-16",
        "2022-03-14, reported, COMPLIANT 2022-03-16",
        "2022-03-15, reported, OVERDUE 2022-03-13",
        "2022-03-15, result, DUE_TOMORROW 2022-03-16",
        "2022-03-22, result, OVERDUE 2022-03-16",
        "2022-03-22, absent, EXEMPT",
        "2022-03-27, absent, OVERDUE 2022-03-16",
        "2022-03-27, positive, BLOCKED",
        "2022-03-26, positive, OVERDUE 2022-03-16",
        "2022-04-01, positive, BLOCKED",
        "2022-03-29, released, BLOCKED",
        "2022-03-30, released, OVERDUE 2022-03-16",
        "2022-04-03, released, NO_OBLIGATION",
        "2022-04-03, now, NO_OBLIGATION"
    })
    void aPersonIsDecidedAsOfADayWithWhatWasKnown(String asOf, String known, String expected) throws SQLException {
        assertThat(told(decide("P-1", asOf, TIMES.get(known)))).isEqualTo(expected);
    }

    @Test
    void whoeverHadNoAssignmentThenCannotBeDecided() throws SQLException {
        assertThat(decide("P-1", "2022-03-10", TIMES.get("before"))).isEqualTo(new StoredDecision.Unassigned());
        history.person("P-2");
        assertThat(decide("P-2", "2022-03-10", null)).isEqualTo(new StoredDecision.Unassigned());
        assertThat(decide("P-404", "2022-03-10", null)).isEqualTo(new StoredDecision.Unregistered());
    }

    @Test
    void wordsThatAreNotDeclaredAreNamedByPlaceAndNotByValue() throws SQLException {
        history.market("M-90", "FLOATING");
        for (String id : new String[] {"P-3", "P-4", "P-5"}) {
            history.person(id);
            history.assignment(id, "M-01", "STAFF", "2022-01-01", null);
        }
        history.assignment("P-3", "M-90", "STAFF", "2022-01-01", null);
        history.assignment("P-4", "M-01", "PORTER", "2022-01-01", null);
        history.sample("P-5", "2022-03-01", "NEGATIVE");
        history.sample("P-5", "2022-03-02", "ODD");
        assertThat(decide("P-3", "2022-03-10", null))
                .isEqualTo(new StoredDecision.NotDecidable(
                        "/assignments/1/market/type", Undecidable.MARKET_TYPE_UNDECLARED));
        assertThat(decide("P-4", "2022-03-10", null))
                .isEqualTo(new StoredDecision.NotDecidable("/assignments/0/category", Undecidable.CATEGORY_UNDECLARED));
        assertThat(decide("P-5", "2022-03-10", null))
                .isEqualTo(new StoredDecision.NotDecidable("/samples/1/result", Undecidable.RESULT_UNDECLARED));
    }
}
