package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.history.KnownFacts;
import org.anxin.onboarding.Finding;
import org.anxin.onboarding.Onboarding;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.Severity;
import org.anxin.policy.Policy;
import org.anxin.readiness.Readiness;
import org.anxin.registry.Market;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads where a person works and what was done to be let in, with what was known at a time. */
@Singleton
class PersonStandingReading {
    private final KnownFacts facts;
    private final Readiness readiness;

    PersonStandingReading(KnownFacts facts, Readiness readiness) {
        this.facts = facts;
        this.readiness = readiness;
    }

    /**
     * What is known.
     *
     * @param asOf as an epoch day; what was signed and activated later is not seen
     */
    PersonStanding of(String id, int asOf, @Nullable Instant knownAt, Policy policy, Map<String, Market> markets)
            throws SQLException {
        StoredPerson person = facts.of(id, knownAt);
        if (person == null) {
            return PersonStanding.NONE;
        }
        Set<String> places = new LinkedHashSet<>();
        List<PersonStanding.Post> posts = new ArrayList<>();
        for (int i = 0; i < person.facts().assignments().size(); i++) {
            Assignment one = person.facts().assignments().get(i);
            places.add(one.marketId());
            posts.add(new PersonStanding.Post(
                    market(one.marketId(), asOf, markets),
                    PeopleLists.word(policy.ruleset().words(), "category", one.category()),
                    person.operatorIds().get(i),
                    new PersonStanding.Span(one.from(), one.to()),
                    one.from() <= asOf && asOf <= one.to()));
        }
        Onboarding done = Onboarding.NONE;
        List<PersonStanding.Missing> missing = new ArrayList<>();
        for (String place : places) {
            Roster roster = readiness.roster(place, knownAt);
            if (roster != null) {
                done = onboarding(roster, id, done);
                addMissing(roster, id, asOf, policy, market(place, asOf, markets), missing);
            }
        }
        return new PersonStanding(posts, activations(done, asOf), signatures(done, asOf), missing);
    }

    private static PeopleList.Link market(String id, int asOf, Map<String, Market> markets) {
        Market market = markets.get(id);
        String address =
                Address.of("/markets/" + id).with("day", Days.text(asOf)).toString();
        return new PeopleList.Link(market == null ? id : market.name(), address);
    }

    /** It is the same on every roster. */
    private static Onboarding onboarding(Roster roster, String id, Onboarding otherwise) {
        return roster.people().stream()
                .filter(person -> person.id().equals(id))
                .map(Roster.PersonEntry::onboarding)
                .findFirst()
                .orElse(otherwise);
    }

    private static void addMissing(
            Roster roster,
            String id,
            int asOf,
            Policy policy,
            PeopleList.Link market,
            List<PersonStanding.Missing> missing) {
        policy.onboarding().decide(roster, asOf).findings().stream()
                .filter(one ->
                        one.subject() == Finding.Subject.PERSON && one.id().equals(id))
                .map(one -> new PersonStanding.Missing(
                        market, one.message(), one.rule().id(), one.severity() == Severity.FORBID))
                .forEach(missing::add);
    }

    private static List<PersonStanding.Span> activations(Onboarding done, int asOf) {
        return done.activations().stream()
                .filter(span -> span.from() <= asOf)
                .map(span -> new PersonStanding.Span(span.from(), span.to()))
                .toList();
    }

    private static List<PersonStanding.Signed> signatures(Onboarding done, int asOf) {
        return done.signatures().stream()
                .filter(one -> one.signedOn() <= asOf)
                .map(one -> new PersonStanding.Signed(one.letterId(), one.signedOn()))
                .toList();
    }

    /** Absences that had begun by the day, as known then. */
    List<Absence> absences(String id, int asOf, @Nullable Instant knownAt) throws SQLException {
        StoredPerson person = facts.of(id, knownAt);
        return person == null
                ? List.of()
                : person.facts().absences().stream()
                        .filter(one -> one.from() <= asOf)
                        .toList();
    }
}
