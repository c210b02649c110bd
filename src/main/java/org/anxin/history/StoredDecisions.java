package org.anxin.history;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.registry.Snapshot;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.registry.Undecidable;
import org.anxin.rulebook.Words;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.jspecify.annotations.Nullable;

/** Decides single stored people, as of any day and with what was known at any time. */
@Singleton
public class StoredDecisions {
    private final DataSource database;

    /** @param database with the stored facts */
    public StoredDecisions(DataSource database) {
        this.database = database;
    }

    /**
     * Decides one person.
     *
     * @param asOf the day asked about, as an epoch day
     * @param knownAt with what was known then; null for what is known now
     */
    public StoredDecision of(String personId, int asOf, @Nullable Instant knownAt, Policy policy) throws SQLException {
        Long no = number(database, personId);
        if (no == null) {
            return new StoredDecision.Unregistered();
        }
        List<StoredPerson> found =
                Snapshot.of(database, connection -> StoredFacts.read(connection, no, no + 1, knownAt));
        return found.isEmpty()
                ? new StoredDecision.Unassigned()
                : decision(found.get(0).facts(), asOf, policy);
    }

    /**
     * Decides one person by several rulesets with the same words, on the same facts.
     *
     * @param asOf the day asked about, as an epoch day
     * @return a decision for each, in their order
     */
    public List<StoredDecision> of(String personId, int asOf, List<Policy> policies) throws SQLException {
        Long no = number(database, personId);
        List<StoredPerson> found = no == null
                ? List.of()
                : Snapshot.of(database, connection -> StoredFacts.read(connection, no, no + 1, null));
        return policies.stream()
                .map(policy -> no == null
                        ? new StoredDecision.Unregistered()
                        : found.isEmpty()
                                ? new StoredDecision.Unassigned()
                                : decision(found.get(0).facts(), asOf, policy))
                .toList();
    }

    /** The number by which tables know a person; null if there is no such person. */
    static @Nullable Long number(DataSource database, String personId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select no from people where id = ?")) {
            query.setString(1, personId);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? found.getLong(1) : null;
            }
        }
    }

    private static StoredDecision decision(Person facts, int asOf, Policy policy) {
        Words words = policy.ruleset().words();
        Undecidable reason = Undecidable.of(facts, words);
        return reason == null
                ? new StoredDecision.Decided(policy.testing().decide(facts, asOf))
                : new StoredDecision.NotDecidable(place(facts, words), reason);
    }

    /** Where the word stands that is not declared: assignments by market, category and first day, samples by day. */
    private static String place(Person facts, Words words) {
        List<Assignment> assignments = facts.assignments();
        for (int i = 0; i < assignments.size(); i++) {
            if (words.find("marketType", assignments.get(i).marketType()) == null) {
                return "/assignments/" + i + "/market/type";
            }
            if (words.find("category", assignments.get(i).category()) == null) {
                return "/assignments/" + i + "/category";
            }
        }
        int sample = 0;
        while (words.find("result", facts.samples().get(sample).result()) != null) {
            sample++;
        }
        return "/samples/" + sample + "/result";
    }
}
