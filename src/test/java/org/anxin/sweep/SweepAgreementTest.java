package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import org.anxin.bench.Populations;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.registry.StoredPopulation;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever asks, and however: the same facts give the same decision. */
@Timeout(180)
class SweepAgreementTest {
    private static final int PEOPLE = 20_000;
    private static final String DAY = "2022-04-07";

    @Test
    void singleDecisionStoredDecisionAndSweepAgree() throws Exception {
        List<Person> people = Populations.hard(PEOPLE, Days.of(DAY), 4).stream()
                .map(StoredPopulation::storable)
                .toList();
        try (SweepDistrict district = SweepDistrict.empty();
                Connection connection = district.source().getConnection()) {
            StoredPopulation.store(connection, people);
            assertThat(decisions(connection))
                    .isEqualTo(people.stream().map(SweepAgreementTest::decided).toList());
            district.start();
            district.start();
            Sweep run = district.run(DAY);
            assertThat(run.state()).isEqualTo(SweepState.COMPLETED);
            assertThat(district.rows("select id, status, coalesce(due_on::text, 'null'), action from results"
                            + " join people on no = person_no order by no"))
                    .isEqualTo(people.stream()
                            .map(SweepAgreementTest::decided)
                            .map(SweepAgreementTest::shown)
                            .collect(Collectors.toList()));
            // How the two nodes share them is a matter of their pace; nobody did one twice.
            assertThat(district.rows("select min(attempt), max(attempt), count(*) from sweep_shards"))
                    .containsExactly("1 1 16");
        }
    }

    /** Read before the samples are packed, and so row by row. */
    private static List<PersonDecision> decisions(Connection connection) throws Exception {
        return StoredFacts.read(connection, 0, Long.MAX_VALUE, null).stream()
                .map(StoredPerson::facts)
                .map(SweepAgreementTest::decided)
                .toList();
    }

    private static PersonDecision decided(Person person) {
        return SweepDistrict.POLICY.testing().decide(person, Days.of(DAY));
    }

    private static String shown(PersonDecision decision) {
        return decision.personId() + " " + decision.status() + " "
                + (decision.dueOn() == Days.NONE ? "null" : Days.text(decision.dueOn())) + " " + decision.action();
    }
}
