package org.anxin.onboarding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anxin.onboarding.facts.Contact;
import org.anxin.onboarding.facts.Employee;
import org.anxin.onboarding.facts.Operator;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** Makes of a market's roster what rules see of it on one day. */
final class RosterFacts {
    final Roster roster;
    final Words words;
    private final int asOf;
    private final @Nullable String marketType;
    private final Set<String> listed = new HashSet<>();
    private final Map<String, Integer> staff = new HashMap<>();
    private final Map<String, Integer> contacts = new HashMap<>();

    RosterFacts(Roster roster, Words words, int asOf) {
        this.roster = roster;
        this.words = words;
        this.asOf = asOf;
        this.marketType = words.canonical("marketType", roster.market().type());
        for (Roster.OperatorEntry operator : roster.operators()) {
            if (Span.any(operator.listed(), asOf)) {
                listed.add(operator.id());
            }
        }
        for (Roster.PersonEntry person : roster.people()) {
            employers(person).forEach(id -> staff.merge(id, 1, Integer::sum));
            person.contacts().stream()
                    .filter(entry -> entry.days().contains(asOf))
                    .map(Roster.ContactEntry::operatorId)
                    .distinct()
                    .forEach(id -> contacts.merge(id, 1, Integer::sum));
        }
    }

    Standing standing(Onboarding done) {
        return Standing.of(done, roster.letters(), asOf);
    }

    /** Whether the person still belongs to the market. */
    boolean isCurrent(Roster.PersonEntry person) {
        return person.isCurrent(asOf);
    }

    /** For whom the person works on that day, by id. */
    List<String> employers(Roster.PersonEntry person) {
        return person.posts().stream()
                .filter(post -> post.days().contains(asOf))
                .map(Roster.Post::operatorId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    Operator operator(Roster.OperatorEntry operator, Standing standing) {
        int flags = (standing.activated() ? Operator.ACTIVATED : 0)
                | (standing.signed() ? Operator.LETTER_SIGNED : 0)
                | (standing.outdated() ? Operator.LETTER_OUTDATED : 0)
                | (operator.sellsImported() ? Operator.SELLS_IMPORTED : 0)
                | (listed.contains(operator.id()) ? Operator.LISTED : 0)
                | (Span.any(operator.declared(), asOf) ? Operator.DECLARES_IMPORTED : 0);
        long kinds = operator.goods().stream()
                .filter(goods -> goods.days().contains(asOf))
                .map(Roster.Goods::name)
                .distinct()
                .count();
        return new Operator(
                flags,
                roster.market().id(),
                marketType,
                roster.market().subdistrict(),
                standing.daysOutdated(),
                staff.getOrDefault(operator.id(), 0),
                contacts.getOrDefault(operator.id(), 0),
                (int) kinds,
                asOf);
    }

    Employee employee(Roster.PersonEntry person, Standing standing) {
        int flags = (standing.activated() ? Employee.ACTIVATED : 0)
                | (standing.signed() ? Employee.LETTER_SIGNED : 0)
                | (standing.outdated() ? Employee.LETTER_OUTDATED : 0)
                | (assigned(person) ? Employee.ASSIGNED : 0)
                | (employers(person).stream().anyMatch(listed::contains) ? Employee.FOR_IMPORTER : 0)
                | (entries(person).isEmpty() ? 0 : Employee.CONTACT_LISTED);
        return new Employee(
                flags,
                roster.market().id(),
                marketType,
                roster.market().subdistrict(),
                categories(person),
                standing.daysOutdated(),
                asOf);
    }

    /** What the roster of contacts says of the person on that day. */
    List<Roster.ContactEntry> entries(Roster.PersonEntry person) {
        return person.contacts().stream()
                .filter(entry -> entry.days().contains(asOf))
                .toList();
    }

    Contact contact(Roster.PersonEntry person, Roster.ContactEntry entry) {
        int flags = (assigned(person) ? Contact.ASSIGNED : 0)
                | (employers(person).contains(entry.operatorId()) ? Contact.FOR_OPERATOR : 0)
                | (listed.contains(entry.operatorId()) ? Contact.OPERATOR_LISTED : 0);
        return new Contact(
                flags,
                roster.market().id(),
                marketType,
                roster.market().subdistrict(),
                words.canonical("contact", entry.contact()),
                categories(person),
                asOf);
    }

    private boolean assigned(Roster.PersonEntry person) {
        return person.posts().stream().anyMatch(post -> post.days().contains(asOf));
    }

    private Set<String> categories(Roster.PersonEntry person) {
        Set<String> categories = new HashSet<>();
        for (Roster.Post post : person.posts()) {
            String declared = words.canonical("category", post.category());
            if (declared != null && post.days().contains(asOf)) {
                categories.add(declared);
            }
        }
        return Set.copyOf(categories);
    }
}
