package org.anxin.history;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.registry.Snapshot;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.registry.Undecidable;
import org.anxin.testing.Person;
import org.jspecify.annotations.Nullable;

/** Makes timelines of stored people. */
@Singleton
public class Timelines {
    private final DataSource database;

    /** @param database with the stored facts and what sweeps found */
    public Timelines(DataSource database) {
        this.database = database;
    }

    /**
     * What happened to a person.
     *
     * @param asOf the last day, as an epoch day
     * @param knownAt only what was known then; null for all that is known now
     * @param policy whose obligations are shown; warnings and suspensions are shown as they were issued
     * @param zone in which times are told
     * @return null if there is no such person
     */
    public @Nullable Timeline of(String personId, int asOf, @Nullable Instant knownAt, Policy policy, ZoneId zone)
            throws SQLException {
        Long no = StoredDecisions.number(database, personId);
        return no == null
                ? null
                : Snapshot.of(database, connection -> timeline(new Rows(connection, no, asOf, knownAt), policy, zone));
    }

    private static Timeline timeline(Rows rows, Policy policy, ZoneId zone) throws SQLException {
        List<Event> events = new ArrayList<>();
        new FactEvents(rows.asOf(), zone, policy.ruleset().words(), events).find(rows);
        new SweepEvents(events).find(rows);
        List<StoredPerson> found =
                StoredFacts.read(rows.connection(), rows.personNo(), rows.personNo() + 1, rows.knownAt());
        Undecidable undecidable =
                found.isEmpty() ? null : findObligations(found.get(0).facts(), rows.asOf(), policy, events);
        events.sort(Event.IN_ORDER);
        return new Timeline(List.copyOf(events), undecidable);
    }

    private static @Nullable Undecidable findObligations(Person facts, int asOf, Policy policy, List<Event> events) {
        Undecidable undecidable = Undecidable.of(facts, policy.ruleset().words());
        if (undecidable == null) {
            new ObligationEvents(events).find(facts, policy.testing(), asOf);
        }
        return undecidable;
    }
}
