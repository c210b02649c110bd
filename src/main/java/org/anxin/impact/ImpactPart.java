package org.anxin.impact;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.registry.OperatorIds;
import org.anxin.registry.Replica;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.sweep.Deciding;
import org.anxin.sweep.Finding;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What one thread finds out in a preview: everybody of some ranges, decided by both rulesets. */
final class ImpactPart {
    private static final Logger LOG = Logger.getLogger(ImpactPart.class);

    /** As in a sweep: tables are read range by range and merged. */
    private static final String READING = "set local enable_nestloop = off";

    private final DataSource database;
    private final Replica replica;
    private final Impact run;
    private final ImpactProgress progress;
    private final OperatorIds operators;
    private final Listing listing;
    private final Deciding before;
    private final Deciding after;
    private final DemandChange demand;
    private final List<Tally> days = new ArrayList<>();
    private int people;
    private int changed;

    ImpactPart(
            DataSource database,
            Replica replica,
            Impact run,
            ImpactProgress progress,
            OperatorIds operators,
            Listing listing,
            Policy before,
            Policy after) {
        this.database = database;
        this.replica = replica;
        this.run = run;
        this.progress = progress;
        this.operators = operators;
        this.listing = listing;
        this.before = new Deciding(before);
        this.after = new Deciding(after);
        this.demand = new DemandChange(before.testing(), after.testing(), run.question());
        for (int i = 0; i < run.question().days(); i++) {
            days.add(new Tally());
        }
    }

    /**
     * Decides everybody of a range, and writes who is changed.
     *
     * @throws ImpactLostException if the run is not this node's any more; nothing was written
     */
    void add(PersonRange range) throws SQLException {
        List<StoredPerson> all = replica.snapshot(database, connection -> {
            try (Statement reading = connection.createStatement()) {
                reading.execute(READING);
            }
            return StoredFacts.read(connection, range.low(), range.high(), null, operators);
        });
        ChangedRows rows = new ChangedRows(run);
        for (StoredPerson person : all) {
            add(person, rows);
        }
        progress.write(rows::write, all.size());
    }

    private void add(StoredPerson person, ChangedRows rows) {
        people++;
        boolean differs = false;
        for (int i = 0; i < days.size(); i++) {
            int day = run.question().from() + i;
            Deciding.Outcome was = before.of(person, day);
            Deciding.Outcome is = after.of(person, day);
            if (i == 0) {
                demand.add(person.facts(), Side.finding(was) != null, Side.finding(is) != null);
            }
            tellFailure(person, is);
            int changes = Change.between(Side.finding(was), Side.finding(is));
            if (changes != 0) {
                differs = true;
                add(changed(person, day, changes, was, is), person, days.get(i), rows);
            }
        }
        changed += differs ? 1 : 0;
    }

    private void add(ChangedPerson one, StoredPerson person, Tally tally, ChangedRows rows) {
        tally.add(one, person.facts().assignments());
        if (listing.takes(one.changes())) {
            rows.add(one);
        }
    }

    private void tellFailure(StoredPerson person, Deciding.Outcome outcome) {
        if (outcome instanceof Deciding.Undecided undecided && undecided.failure() != null) {
            LOG.errorf(undecided.failure(), "Impact %s: deciding person number %d failed", run.id(), person.no());
        }
    }

    private static ChangedPerson changed(
            StoredPerson person, int day, int changes, Deciding.Outcome was, Deciding.Outcome is) {
        @Nullable Finding found = Side.finding(was);
        SortedSet<String> markets =
                Places.markets(found, Side.finding(is), person.facts().assignments(), day);
        return new ChangedPerson(person.no(), person.facts().id(), day, changes, markets, Side.of(was), Side.of(is));
    }

    /** Adds what another one found out. */
    void add(ImpactPart other) {
        people += other.people;
        changed += other.changed;
        demand.add(other.demand);
        for (int i = 0; i < days.size(); i++) {
            days.get(i).add(other.days.get(i));
        }
    }

    /** What came out of all of them together. */
    ImpactResult result() {
        return new ImpactResult(
                run.question(), people, changed, listing.listed(), listing.unlisted(), List.copyOf(days), demand);
    }
}
