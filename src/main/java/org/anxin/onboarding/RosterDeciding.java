package org.anxin.onboarding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** One decision on a market's roster while it is made. */
final class RosterDeciding {
    private final RosterPolicy policy;
    private final RosterFacts facts;
    private final List<Finding> findings = new ArrayList<>();
    private Tally operators = Tally.NONE;
    private Tally people = Tally.NONE;
    private final Map<String, Tally> each = new LinkedHashMap<>();

    RosterDeciding(RosterPolicy policy, RosterFacts facts) {
        this.policy = policy;
        this.facts = facts;
        facts.roster.operators().forEach(this::look);
        facts.roster.people().forEach(this::look);
    }

    private void look(Roster.OperatorEntry operator) {
        Standing standing = facts.standing(operator.onboarding());
        List<Laid> laid = policy.operators.of(facts.operator(operator, standing));
        operators = operators.plus(Tally.one(standing, !Laid.forbids(laid)));
        laid.forEach(one -> add(one, Finding.Subject.OPERATOR, operator.id(), List.of(), null));
    }

    private void look(Roster.PersonEntry person) {
        if (!facts.isCurrent(person)) {
            count(person, Tally.gone());
            return;
        }
        Standing standing = facts.standing(person.onboarding());
        List<Laid> laid = policy.employees.of(facts.employee(person, standing));
        count(person, Tally.one(standing, !Laid.forbids(laid)));
        List<String> employers = facts.employers(person);
        laid.forEach(one -> add(one, Finding.Subject.PERSON, person.id(), employers, null));
        for (Roster.ContactEntry entry : facts.entries(person)) {
            policy.contacts
                    .of(facts.contact(person, entry))
                    .forEach(one -> add(one, Finding.Subject.PERSON, person.id(), employers, entry.operatorId()));
        }
    }

    /** A contact without any assignment here is registered elsewhere, or nowhere. */
    private void count(Roster.PersonEntry person, Tally tally) {
        if (!person.posts().isEmpty()) {
            people = people.plus(tally);
            each.put(person.id(), tally);
        }
    }

    private void add(
            Laid laid, Finding.Subject subject, String id, List<String> employers, @Nullable String operatorId) {
        Shortfall found = laid.shortfall();
        Bilingual name = facts.words.name("finding", found.code());
        Bilingual message = new Bilingual(
                name.zh() + "。",
                name.en().substring(0, 1).toUpperCase(Locale.ROOT) + name.en().substring(1) + ".");
        findings.add(new Finding(
                subject,
                id,
                employers,
                operatorId,
                found.concern(),
                found.severity(),
                found.code(),
                laid.rule(),
                message));
    }

    RosterDecision decision() {
        findings.sort(Finding.BY_PLACE_AND_WEIGHT);
        List<Finding> distinct = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            if (distinct.isEmpty() || Finding.BY_PLACE.compare(distinct.get(distinct.size() - 1), finding) != 0) {
                distinct.add(finding);
            }
        }
        return new RosterDecision(
                facts.roster.market().id(),
                operators,
                people,
                Collections.unmodifiableMap(each),
                List.copyOf(distinct));
    }
}
