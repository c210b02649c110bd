package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.history.StoredDecision;
import org.anxin.history.StoredDecisions;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Text;
import org.anxin.policy.Policy;
import org.anxin.registry.People;
import org.anxin.registry.RegisteredPerson;
import org.anxin.registry.Stored;
import org.anxin.testing.Person;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Decides a stored person or pasted facts by two policies with the same words. */
@Singleton
class ComparisonReading {
    private static final int MOST = 20;

    private final StoredDecisions decisions;
    private final People people;
    private final Pages pages;

    ComparisonReading(StoredDecisions decisions, People people, Pages pages) {
        this.decisions = decisions;
        this.people = people;
        this.pages = pages;
    }

    /** The two policies, and the day decided for, as an epoch day. */
    record Between(Policy before, Policy after, int day) {
        Comparison person(Person person) {
            List<Comparison.Line> lines = new PersonComparison(before.ruleset().words())
                    .lines(before.testing().decide(person, day), after.testing().decide(person, day));
            return new Comparison(person.id(), null, null, WhatIfNotice.summary(person.id(), lines), lines);
        }

        Comparison batch(Batch batch) {
            List<Comparison.Line> lines = new BatchComparison(before.ruleset().words())
                    .lines(
                            before.admission().decide(batch, day),
                            after.admission().decide(batch, day));
            return new Comparison(batch.id(), null, null, WhatIfNotice.summary(batch.id(), lines), lines);
        }
    }

    /**
     * What came of it.
     *
     * @param notice why there is nothing to compare; null if there is something
     * @param wrong mistakes in pasted facts
     * @param more how many pasted facts are left out
     */
    record Found(List<Comparison> compared, @Nullable Bilingual notice, List<WhatIfPage.Wrong> wrong, int more) {
        static Found nothing(Bilingual notice) {
            return new Found(List.of(), notice, List.of(), 0);
        }
    }

    /** A stored person. */
    Found stored(String id, Between between) throws SQLException {
        Stored<RegisteredPerson> person = Text.isId(id) ? people.find(id) : null;
        if (person == null) {
            return Found.nothing(WhatIfNotice.NOBODY);
        }
        List<StoredDecision> both = decisions.of(id, between.day(), List.of(between.before(), between.after()));
        if (both.get(0) instanceof StoredDecision.Decided before
                && both.get(1) instanceof StoredDecision.Decided after) {
            List<Comparison.Line> lines =
                    new PersonComparison(between.before().ruleset().words()).lines(before.decision(), after.decision());
            String address = Address.of("/people/" + id)
                    .with("day", Days.text(between.day()))
                    .toString();
            String name = MaskedName.of(person.facts().name());
            Comparison compared = new Comparison(id, name, address, WhatIfNotice.summary(id, lines), lines);
            return new Found(List.of(compared), null, List.of(), 0);
        }
        return Found.nothing(
                both.get(0) instanceof StoredDecision.NotDecidable not
                        ? not.reason().message()
                        : WhatIfNotice.UNASSIGNED);
    }

    /** Pasted facts, the first of them. */
    Found pasted(String text, Between between) {
        try {
            PastedFacts facts = PastedFacts.of(text, between.before().ruleset().words(), pages.zone());
            List<Comparison> compared = new ArrayList<>();
            facts.people().stream().limit(MOST).map(between::person).forEach(compared::add);
            facts.batches().stream()
                    .limit(MOST - (long) compared.size())
                    .map(between::batch)
                    .forEach(compared::add);
            int more = facts.people().size() + facts.batches().size() - compared.size();
            return new Found(compared, compared.isEmpty() ? WhatIfNotice.PASTE : null, List.of(), more);
        } catch (InvalidInputException e) {
            List<WhatIfPage.Wrong> wrong =
                    e.errors().stream().map(WhatIfNotice::wrong).toList();
            return new Found(List.of(), WhatIfNotice.MEND, wrong, e.more());
        }
    }
}
