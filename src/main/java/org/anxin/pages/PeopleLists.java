package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.Market;
import org.anxin.registry.Markets;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Words;
import org.anxin.sweep.DayFigures;
import org.anxin.sweep.FoundGroup;
import org.anxin.sweep.FoundPeople;
import org.anxin.sweep.FoundPerson;
import org.anxin.sweep.Sweep;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Makes lists of people as pages show them: with names of markets and words, and titles of rules. */
@Singleton
class PeopleLists {
    /** People on a page of a list. */
    static final int PAGE = 50;

    private static final int ALL_MARKETS = 100_000;

    private final FoundPeople found;
    private final Markets markets;
    private final ActivePolicy activePolicy;
    private final StoredRulesets rulesets;

    PeopleLists(FoundPeople found, Markets markets, ActivePolicy activePolicy, StoredRulesets rulesets) {
        this.found = found;
        this.markets = markets;
        this.activePolicy = activePolicy;
        this.rulesets = rulesets;
    }

    /**
     * Which part of which list.
     *
     * @param figures of the run
     * @param group the list
     * @param marketId null for all markets
     * @param page from 1
     * @param size people on a page
     * @param here address that chooses the list by {@code group} and {@code page}
     */
    record Wanted(
            DayFigures figures, FoundGroup group, @Nullable String marketId, int page, int size, Address here) {
        int total() {
            return count(group);
        }

        int count(FoundGroup one) {
            return (marketId == null ? figures.total() : figures.at(marketId)).of(one);
        }

        int from() {
            return (page - 1) * size;
        }
    }

    /** A page of a list that a run made. */
    PeopleList of(Wanted wanted, List<FoundGroup> tabs) throws SQLException {
        Sweep run = wanted.figures().run();
        List<FoundPerson> people = found.people(run, wanted.group(), wanted.marketId(), wanted.from(), wanted.size());
        Address here = wanted.here().with("group", Groups.key(wanted.group())).at("list");
        return new PeopleList(
                "list",
                Groups.title(wanted.group()),
                wanted.total(),
                wanted.from() + 1,
                rows(people, run.asOf(), policy(run)),
                tabs.stream().map(tab -> tab(wanted, tab)).toList(),
                wanted.page() > 1 ? here.with("page", wanted.page() - 1).toString() : null,
                wanted.from() + people.size() < wanted.total()
                        ? here.with("page", wanted.page() + 1).toString()
                        : null,
                true,
                null);
    }

    private static PeopleList.Tab tab(Wanted wanted, FoundGroup group) {
        String address =
                wanted.here().with("group", Groups.key(group)).at("list").toString();
        return new PeopleList.Tab(Groups.tab(group), wanted.count(group), address, group == wanted.group());
    }

    /** All markets by id. */
    Map<String, Market> markets() {
        return markets.page("", ALL_MARKETS).items().stream()
                .collect(Collectors.toMap(Market::id, market -> market, (one, same) -> one, LinkedHashMap::new));
    }

    /** The rules that a run decided by; the active ones if those are gone. */
    Policy policy(Sweep run) throws SQLException {
        Policy active = activePolicy.current();
        if (active.ruleset().id().equals(run.ruleset())) {
            return active;
        }
        Policy stored = rulesets.policy(run.ruleset());
        return stored == null ? active : stored;
    }

    /** People as rows. */
    List<PeopleList.Row> rows(List<FoundPerson> people, int day, Policy policy) {
        Map<String, Market> names = markets();
        Map<String, Rule> rules = policy.ruleset().rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        List<PeopleList.Row> rows = new ArrayList<>();
        for (FoundPerson person : people) {
            rows.add(new PeopleList.Row(
                    person.id(),
                    Address.of("/people/" + person.id())
                            .with("day", Days.text(day))
                            .toString(),
                    MaskedName.of(person.name()),
                    mark(person),
                    status(person, policy.ruleset().words()),
                    person.dueOn(),
                    person.lastSampled(),
                    person.marketIds().stream()
                            .map(id -> market(names.get(id), id, day))
                            .toList(),
                    person.categories().stream()
                            .map(code -> word(policy.ruleset().words(), "category", code))
                            .toList(),
                    person.rules().stream().map(id -> reason(rules.get(id), id)).toList()));
        }
        return rows;
    }

    private static PeopleList.Link market(@Nullable Market market, String id, int day) {
        String address =
                Address.of("/markets/" + id).with("day", Days.text(day)).toString();
        return new PeopleList.Link(market == null ? id : market.name(), address);
    }

    private static PeopleList.Reason reason(@Nullable Rule rule, String id) {
        Bilingual title = rule == null ? new Bilingual(id, id) : rule.title();
        return new PeopleList.Reason(id, title, "/rules#" + id);
    }

    private static @Nullable Bilingual status(FoundPerson person, Words words) {
        return person.status() == null ? null : word(words, "status", person.status());
    }

    /** What people read for a code; the code where it is not declared any more. */
    static Bilingual word(Words words, String kind, String code) {
        Words.Word word = words.find(kind, code);
        return word == null ? new Bilingual(code, code) : word.name();
    }

    private static String mark(FoundPerson person) {
        return person.status() == null ? "" : mark(person.status());
    }

    /** How a status looks. */
    static String mark(String status) {
        return switch (status) {
            case "OVERDUE" -> "over";
            case "DUE_TODAY" -> "today";
            case "DUE_TOMORROW" -> "tom";
            case "BLOCKED" -> "stop";
            case "COMPLIANT" -> "fine";
            default -> "plain";
        };
    }
}
