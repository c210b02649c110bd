package org.anxin.impact;

import org.anxin.testing.Person;
import org.anxin.testing.TestingPolicy;

/** How many people are to be sampled on each day, by the rules before and after. Not for several threads. */
final class DemandChange {
    private final ImpactQuestion question;
    private final LastAllowedDay lastAllowedBefore;
    private final LastAllowedDay lastAllowedAfter;
    private final Demand before;
    private final Demand after;

    DemandChange(TestingPolicy before, TestingPolicy after, ImpactQuestion question) {
        this.question = question;
        this.lastAllowedBefore = new LastAllowedDay(before);
        this.lastAllowedAfter = new LastAllowedDay(after);
        this.before = new Demand(question.from(), question.to());
        this.after = new Demand(question.from(), question.to());
    }

    /**
     * Adds what one person needs.
     *
     * @param decidedBefore whether the rules before can decide the person
     * @param decidedAfter whether the rules after can
     */
    void add(Person person, boolean decidedBefore, boolean decidedAfter) {
        follow(person, decidedBefore, lastAllowedBefore, before);
        follow(person, decidedAfter, lastAllowedAfter, after);
    }

    private void follow(Person person, boolean decided, LastAllowedDay lastAllowedDay, Demand demand) {
        if (decided) {
            lastAllowedDay.follow(person, question.from(), question.to(), null, demand);
        } else {
            demand.addUndecided();
        }
    }

    /** Adds what another one counted. */
    void add(DemandChange other) {
        before.add(other.before);
        after.add(other.after);
    }

    /** By the rules before. */
    Forecast before() {
        return before.forecast(question.against());
    }

    /** By the rules after. */
    Forecast after() {
        return after.forecast(question.ruleset());
    }
}
