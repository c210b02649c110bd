package org.anxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.anxin.lake.Population;
import org.anxin.local.TestDatabase;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Person;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

class NationTest {
    @Test
    void whatIsReadOfStoredPeopleIsWhatWasGenerated() throws SQLException, IOException {
        Population people = new Population(400, Days.of(Nation.DAY), 7);
        try (TestDatabase database = TestDatabase.migrated();
                Connection connection = database.owner().getConnection()) {
            Nation.store(connection, people.people());
            List<StoredPerson> stored = StoredFacts.read(connection, 1, people.people() + 1, null);
            assertThat(stored).hasSize(400);
            for (StoredPerson person : stored) {
                Person generated = people.person(person.no()).facts();
                Person read = person.facts();
                assertThat(read.id()).isEqualTo(generated.id());
                assertThat(read.releasedOn()).isEqualTo(generated.releasedOn());
                assertThat(read.samples()).isEqualTo(generated.samples());
                assertThat(read.absences()).isEqualTo(generated.absences());
                assertThat(read.assignments()).containsExactlyInAnyOrderElementsOf(generated.assignments());
                assertThat(person.operatorIds())
                        .containsExactlyInAnyOrderElementsOf(
                                people.person(person.no()).operatorIds());
            }
        }
    }
}
