package org.anxin.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.ledger.LogKind;
import org.anxin.ledger.LoggedDecisions;
import org.anxin.ledger.LoggedRow;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Decides a range of the decision log again: sweeps from the stored history as it was known then, batches and evaluate calls
 * from the facts in the log, each by the ruleset that decided then.
 */
public final class Replay {
    private static final int PAGE = 100;

    private final DataSource database;
    private final StoredRulesets rulesets;
    private final LoggedDecisions log;
    private final int most;
    private final List<Difference> differences = new ArrayList<>();
    private long more;
    private long decided;
    private long byPeople;

    /** @param most differences to name */
    public Replay(DataSource database, int most) {
        this.database = database;
        this.rulesets = new StoredRulesets(database);
        this.log = new LoggedDecisions(database);
        this.most = most;
    }

    /**
     * Decides again what was decided for some days.
     *
     * @param from epoch day
     * @param to epoch day, not before {@code from}
     * @param kind null for all kinds
     */
    public Replayed of(int from, int to, @Nullable LogKind kind) throws SQLException {
        for (int day = from; day <= to; day++) {
            day = log.nextDay(day, to);
            if (day == Days.NONE) {
                break;
            }
            of(new LoggedDecisions.Wanted(null, day, kind));
        }
        return new Replayed(decided, byPeople, List.copyOf(differences), more);
    }

    private void of(LoggedDecisions.Wanted wanted) throws SQLException {
        LoggedDecisions.Place place = LoggedDecisions.Place.FIRST;
        try (Connection connection = database.getConnection()) {
            List<LoggedRow> page;
            do {
                page = log.rows(wanted, place, PAGE);
                for (LoggedRow row : page) {
                    again(connection, row);
                    place = new LoggedDecisions.Place(row.month(), row.stream(), row.no());
                }
            } while (page.size() == PAGE);
        }
    }

    private void again(Connection connection, LoggedRow row) throws SQLException {
        Again again = again(connection, row.entry().kind());
        if (again == null) {
            byPeople++;
            return;
        }
        Policy policy = policy(row.entry().ruleset());
        if (policy == null) {
            tell(new Difference(
                    row.name(), 0, "", DifferenceKind.RULESET, row.entry().ruleset(), ""));
            return;
        }
        decided += row.entry().decisions();
        again.of(row, policy).forEach(this::tell);
    }

    /** Null if what is stored is not the ruleset of this id, or nothing is. */
    private @Nullable Policy policy(String id) throws SQLException {
        try {
            return rulesets.policy(id);
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private static @Nullable Again again(Connection connection, LogKind kind) {
        return switch (kind) {
            case SWEEP -> new SweptAgain(connection);
            case BATCH, EVALUATE -> new GivenAgain();
            case SETTLEMENT, PASS, RECALL -> null;
        };
    }

    private void tell(Difference difference) {
        if (differences.size() < most) {
            differences.add(difference);
        } else {
            more++;
        }
    }
}
