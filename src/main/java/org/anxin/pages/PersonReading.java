package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anxin.history.StoredDecision;
import org.anxin.history.StoredDecisions;
import org.anxin.history.Timeline;
import org.anxin.history.Timelines;
import org.anxin.json.Text;
import org.anxin.personal.PersonalField;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Versions;
import org.anxin.registry.Market;
import org.anxin.registry.People;
import org.anxin.registry.RegisteredPerson;
import org.anxin.registry.Stored;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Words;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what the pages of people show. */
@Singleton
class PersonReading {
    private static final int MOST_FOUND = 20;

    private final People people;
    private final StoredDecisions decisions;
    private final Timelines timelines;
    private final PersonPast past;
    private final PersonStandingReading standing;
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;
    private final Versions versions;

    PersonReading(
            People people,
            StoredDecisions decisions,
            Timelines timelines,
            PersonPast past,
            PersonStandingReading standing,
            PeopleLists lists,
            ActivePolicy activePolicy,
            Versions versions) {
        this.people = people;
        this.decisions = decisions;
        this.timelines = timelines;
        this.past = past;
        this.standing = standing;
        this.lists = lists;
        this.activePolicy = activePolicy;
        this.versions = versions;
    }

    /** People whose ids begin like this, or whose name, identity number or phone it is. */
    SearchPage find(String text) {
        Map<String, SearchPage.Found> found = new LinkedHashMap<>();
        if (Text.isId(text)) {
            search(text).people().forEach(one -> found.put(one.id(), one));
        }
        if (!text.isEmpty() && Text.mistake(text) == null) {
            for (PersonalField field : PersonalField.values()) {
                people.search(Map.of(field, text), "", MOST_FOUND)
                        .items()
                        .forEach(person -> found.put(person.id(), found(person)));
            }
        }
        return new SearchPage("", !text.isEmpty(), !found.isEmpty(), List.copyOf(found.values()));
    }

    /** People whose ids begin like this. */
    SearchPage search(String id) {
        if (id.isEmpty()) {
            return new SearchPage("", false, false, List.of());
        }
        List<SearchPage.Found> found = new ArrayList<>();
        Stored<RegisteredPerson> exact = people.find(id);
        if (exact != null) {
            found.add(found(exact.facts()));
        }
        people.page(null, id, MOST_FOUND).items().stream()
                .filter(person -> person.id().startsWith(id))
                .forEach(person -> found.add(found(person)));
        return new SearchPage(id, true, !found.isEmpty(), found);
    }

    private static SearchPage.Found found(RegisteredPerson person) {
        return new SearchPage.Found(person.id(), MaskedName.of(person.name()), "/people/" + person.id());
    }

    /**
     * The page of a person.
     *
     * @param asOf as an epoch day
     * @param knownAt what was known then; null for what is known now
     */
    PersonPage of(String id, int asOf, @Nullable Instant knownAt, ZoneId zone) throws SQLException {
        Stored<RegisteredPerson> stored = people.find(id);
        Policy policy = activePolicy.lately(asOf);
        Timeline timeline = timelines.of(id, asOf, knownAt, policy, zone);
        if (stored == null || timeline == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        StoredDecision found = decisions.of(id, asOf, knownAt, policy);
        PersonDecision decision = found instanceof StoredDecision.Decided decided ? decided.decision() : null;
        Words words = policy.ruleset().words();
        Bilingual status = status(found, words);
        RulesetVersion version = versions.find(policy.ruleset().id());
        Map<String, Market> markets = lists.markets();
        List<Obligation> owed = decision == null ? List.of() : decision.obligations();
        return new PersonPage(
                id,
                MaskedName.of(stored.facts().name()),
                asOf,
                knownAt == null ? "" : knownAt.atZone(zone).toLocalDateTime().toString(),
                PersonSentence.of(asOf, found, status),
                decision == null ? "plain" : PeopleLists.mark(decision.status().name()),
                status,
                owed(owed, words, markets, asOf),
                notes(found),
                version == null ? 0 : version.no(),
                new PersonCalendar(asOf).events(timeline.events()).due(owed).weeks(),
                PersonPast.happened(timeline.events()),
                past.stopped(id, timeline.events(), policy, words),
                past.away(id, standing.absences(id, asOf, knownAt)),
                standing.of(id, asOf, knownAt, policy, markets));
    }

    private static Bilingual status(StoredDecision found, Words words) {
        return found instanceof StoredDecision.Decided decided
                ? PeopleLists.word(words, "status", decided.decision().status().name())
                : new Bilingual("无法判定", "not decidable");
    }

    private static List<PersonPage.Owed> owed(
            List<Obligation> obligations, Words words, Map<String, Market> markets, int asOf) {
        return obligations.stream()
                .map(one -> owed(one, words, markets.get(one.assignment().marketId()), asOf))
                .toList();
    }

    private static PersonPage.Owed owed(Obligation one, Words words, @Nullable Market market, int asOf) {
        Rule rule = one.duty().rule();
        String id = one.assignment().marketId();
        String address =
                Address.of("/markets/" + id).with("day", Days.text(asOf)).toString();
        return new PersonPage.Owed(
                rule.id(),
                rule.title(),
                rule.directive().id(),
                rule.directive().title(),
                new PeopleList.Link(market == null ? id : market.name(), address),
                PeopleLists.word(words, "category", one.assignment().category()),
                one.duty().cadence().text(),
                one.from(),
                one.to(),
                one.dueOn(),
                PeopleLists.mark(one.status().name()),
                PeopleLists.word(words, "status", one.status().name()),
                one.explanation());
    }

    private static List<Bilingual> notes(StoredDecision found) {
        if (found instanceof StoredDecision.Decided decided) {
            return decided.decision().notes().stream()
                    .map(note -> note.message())
                    .toList();
        }
        return found instanceof StoredDecision.NotDecidable not
                ? List.of(not.reason().message())
                : List.of();
    }
}
