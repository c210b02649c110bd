package org.anxin.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DataFormatException;
import org.anxin.json.Json;
import org.anxin.ledger.Line;
import org.anxin.ledger.LoggedRow;
import org.anxin.policy.Policy;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.sweep.Deciding;
import org.anxin.sweep.SuspensionEffect;
import org.anxin.sweep.SweptLine;
import org.jspecify.annotations.Nullable;

/** Decides people of a sweep again, from the stored history as it was known when the sweep read it. */
final class SweptAgain implements Again {
    private static final ObjectMapper TREES = new ObjectMapper(Json.FACTORY);

    private final Connection connection;

    SweptAgain(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<Difference> of(LoggedRow row, Policy policy) throws SQLException {
        Instant knownAt = Objects.requireNonNull(row.knownAt(), "sweeps tell it");
        Map<String, StoredPerson> people = new HashMap<>();
        for (StoredPerson person :
                StoredFacts.read(connection, row.entry().low(), row.entry().high() + 1, knownAt)) {
            people.put(person.facts().id(), person);
        }
        Deciding deciding = new Deciding(policy);
        List<Difference> differences = new ArrayList<>();
        int place = 0;
        try {
            for (Line line : row.lines()) {
                place++;
                Logged logged = Logged.of(line);
                StoredPerson person = found(logged, people.get(logged.personId), knownAt);
                String facts = facts(logged.personId, person);
                if (!facts.equals(line.facts())) {
                    differences.add(difference(row, place, logged, DifferenceKind.FACTS, line.facts(), facts));
                    continue;
                }
                String now = decide(deciding, person, row.entry().day(), logged.effect);
                if (!now.equals(line.answer())) {
                    differences.add(difference(row, place, logged, DifferenceKind.ANSWER, line.answer(), now));
                }
            }
        } catch (DataFormatException | JsonProcessingException e) {
            differences.add(new Difference(row.name(), place, "", DifferenceKind.UNREADABLE, "", ""));
        }
        return differences;
    }

    private static Difference difference(
            LoggedRow row, int place, Logged logged, DifferenceKind kind, String then, String now) {
        return new Difference(row.name(), place, logged.personId, kind, then, now);
    }

    /** What is taken from the log as it is: what a suspension was before is not decided. */
    private record Logged(String personId, String facts, SuspensionEffect effect) {
        static Logged of(Line line) throws JsonProcessingException {
            JsonNode facts = TREES.readTree(line.facts());
            JsonNode effect = TREES.readTree(line.answer()).path("suspension");
            return new Logged(
                    facts.path("personId").asText(),
                    line.facts(),
                    effect.isTextual() ? SuspensionEffect.valueOf(effect.asText()) : SuspensionEffect.NONE);
        }
    }

    /**
     * The person as the sweep saw him. A fact that was just being stored tells a time before that of the sweep, which did not
     * see it: then what was known before it is looked at.
     */
    private @Nullable StoredPerson found(Logged logged, @Nullable StoredPerson person, Instant knownAt)
            throws SQLException {
        if (person == null || facts(logged.personId, person).equals(logged.facts)) {
            return person;
        }
        for (Instant before : LateFacts.before(connection, person.no(), knownAt)) {
            List<StoredPerson> then = StoredFacts.read(connection, person.no(), person.no() + 1, before);
            if (!then.isEmpty() && facts(logged.personId, then.get(0)).equals(logged.facts)) {
                return then.get(0);
            }
        }
        return person;
    }

    private static String facts(String personId, @Nullable StoredPerson person) {
        byte[] facts = person == null ? SweptLine.nothing(personId) : SweptLine.facts(person.facts());
        return new String(facts, StandardCharsets.UTF_8);
    }

    private static String decide(Deciding deciding, @Nullable StoredPerson person, int day, SuspensionEffect effect) {
        byte[] answer = SweptLine.answer(null, effect);
        if (person != null && deciding.of(person, day) instanceof Deciding.Decided decided) {
            answer = SweptLine.answer(decided.finding(), effect);
        }
        return new String(answer, StandardCharsets.UTF_8);
    }
}
