package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.anxin.admission.AdmissionVocabulary;
import org.anxin.history.StoredDecision;
import org.anxin.history.StoredDecisions;
import org.anxin.json.CivilDay;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Text;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.registry.People;
import org.anxin.registry.RegisteredPerson;
import org.anxin.registry.Stored;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;
import org.anxin.testing.TestingVocabulary;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Tries other numbers of a rule on a stored person or on pasted facts. */
@Singleton
class WhatIfReading {
    static final String PATH = "/rules/what-if";
    private static final int MOST_COMPARED = 20;

    private final DeskReading desk;
    private final ActivePolicy activePolicy;
    private final StoredDecisions decisions;
    private final People people;
    private final Pages pages;

    WhatIfReading(DeskReading desk, ActivePolicy activePolicy, StoredDecisions decisions, People people, Pages pages) {
        this.desk = desk;
        this.activePolicy = activePolicy;
        this.decisions = decisions;
        this.people = people;
        this.pages = pages;
    }

    /** What is found out for a page, a part after the other. */
    private static final class Found {
        private final List<WhatIfPage.Wrong> wrong = new ArrayList<>();
        private List<Comparison> compared = List.of();
        private @Nullable Bilingual notice;
        private int more;
    }

    /**
     * The page.
     *
     * @param isPasted whether facts are pasted, or else a stored person is meant
     * @param asked what was written into a field of this name; empty if nothing was
     */
    WhatIfPage of(boolean isPasted, UnaryOperator<String> asked) throws SQLException {
        Policy policy = activePolicy.current();
        Found found = new Found();
        int day = day(asked.apply("day"), found);
        TriedChange change = change(policy.ruleset(), asked);
        if (change == null) {
            found.notice = WhatIfNotice.CHOOSE;
        } else {
            found.wrong.addAll(change.wrong());
            compare(policy, change, isPasted, asked, day, found);
        }
        String text = asked.apply("day");
        return new WhatIfPage(
                choices(policy.ruleset()),
                change == null ? null : tried(policy.ruleset(), change),
                isPasted,
                text.isEmpty() ? Days.text(day) : text,
                asked.apply("person"),
                asked.apply("facts"),
                day,
                found.wrong,
                found.compared,
                found.notice,
                found.more);
    }

    private int day(String text, Found found) {
        int day = text.isEmpty() ? pages.today() : CivilDay.ofDate(text);
        if (day == Days.NONE) {
            found.wrong.add(new WhatIfPage.Wrong("day", null, null, WhatIfNotice.NO_DAY, null));
            return pages.today();
        }
        return day;
    }

    private static @Nullable TriedChange change(Ruleset ruleset, UnaryOperator<String> asked) {
        String id = asked.apply("rule");
        if (id.isEmpty()) {
            return null;
        }
        Firing laid = ruleset.laid().stream()
                .filter(one -> one.rule().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PageException(PageError.NOT_FOUND));
        return TriedChange.of(ruleset, laid, asked);
    }

    /** Rules with numbers, on people and batches: these are the facts that can be tried here. */
    private static List<WhatIfPage.Choices> choices(Ruleset ruleset) {
        return RuleCards.groups(ruleset, 0).stream()
                .filter(group -> isTried(group.file()))
                .map(group -> new WhatIfPage.Choices(
                        group.file(),
                        group.cards().stream()
                                .filter(card -> !ruleset.written(card.id()).isEmpty())
                                .toList()))
                .filter(choices -> !choices.rules().isEmpty())
                .toList();
    }

    private static boolean isTried(String file) {
        return file.startsWith(TestingVocabulary.VOCABULARY.name() + "/")
                || file.startsWith(AdmissionVocabulary.VOCABULARY.name() + "/");
    }

    private WhatIfPage.Tried tried(Ruleset ruleset, TriedChange change) throws SQLException {
        int version = desk.number(ruleset.id());
        String file = change.laid().rule().file();
        String id = change.laid().rule().id();
        Ruleset after = change.after();
        return new WhatIfPage.Tried(
                RuleCards.card(change.laid(), ruleset, version),
                after == null
                        ? null
                        : after.laid().stream()
                                .filter(one -> one.rule().id().equals(id))
                                .map(one -> RuleCards.card(one, after, version))
                                .findFirst()
                                .orElseThrow(),
                change.lines(ruleset),
                isTried(file),
                "/rules/versions/" + version + "/edit/" + file);
    }

    private void compare(
            Policy policy, TriedChange change, boolean isPasted, UnaryOperator<String> asked, int day, Found found)
            throws SQLException {
        Policy changed = change.policy();
        String written = asked.apply(isPasted ? "facts" : "person");
        if (change.numbers().isEmpty()) {
            found.notice = WhatIfNotice.NO_NUMBER;
        } else if (!isTried(change.laid().rule().file())) {
            found.notice = WhatIfNotice.OTHER_FACTS;
        } else if (changed == null || !found.wrong.isEmpty()) {
            found.notice = WhatIfNotice.MEND;
        } else if (written.isBlank()) {
            found.notice = isPasted ? WhatIfNotice.PASTE : WhatIfNotice.NAME;
        } else if (isPasted) {
            pasted(written, policy, changed, day, found);
        } else {
            stored(written, policy, changed, day, found);
        }
    }

    private void stored(String id, Policy policy, Policy changed, int day, Found found) throws SQLException {
        Stored<RegisteredPerson> person = Text.isId(id) ? people.find(id) : null;
        List<StoredDecision> both = person == null ? List.of() : decisions.of(id, day, List.of(policy, changed));
        if (person == null || both.get(0) instanceof StoredDecision.Unregistered) {
            found.notice = WhatIfNotice.NOBODY;
        } else if (both.get(0) instanceof StoredDecision.Decided before
                && both.get(1) instanceof StoredDecision.Decided after) {
            List<Comparison.Line> lines =
                    new PersonComparison(policy.ruleset().words()).lines(before.decision(), after.decision());
            String address =
                    Address.of("/people/" + id).with("day", Days.text(day)).toString();
            String name = MaskedName.of(person.facts().name());
            found.compared = List.of(new Comparison(id, name, address, WhatIfNotice.summary(id, lines), lines));
        } else {
            found.notice = both.get(0) instanceof StoredDecision.NotDecidable not
                    ? not.reason().message()
                    : WhatIfNotice.UNASSIGNED;
        }
    }

    private void pasted(String text, Policy policy, Policy changed, int day, Found found) {
        Words words = policy.ruleset().words();
        try {
            PastedFacts facts = PastedFacts.of(text, words, pages.zone());
            List<Comparison> compared = new ArrayList<>();
            facts.people().stream()
                    .limit(MOST_COMPARED)
                    .forEach(person -> compared.add(compared(
                            person.id(),
                            new PersonComparison(words)
                                    .lines(
                                            policy.testing().decide(person, day),
                                            changed.testing().decide(person, day)))));
            facts.batches().stream()
                    .limit(MOST_COMPARED - (long) compared.size())
                    .forEach(batch -> compared.add(compared(
                            batch.id(),
                            new BatchComparison(words)
                                    .lines(
                                            policy.admission().decide(batch, day),
                                            changed.admission().decide(batch, day)))));
            found.compared = compared;
            found.more = facts.people().size() + facts.batches().size() - compared.size();
            found.notice = compared.isEmpty() ? WhatIfNotice.PASTE : null;
        } catch (InvalidInputException e) {
            found.notice = WhatIfNotice.MEND;
            e.errors().forEach(error -> found.wrong.add(WhatIfNotice.wrong(error)));
        }
    }

    private static Comparison compared(String id, List<Comparison.Line> lines) {
        return new Comparison(id, null, null, WhatIfNotice.summary(id, lines), lines);
    }
}
