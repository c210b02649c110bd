package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.OneTransaction;
import org.anxin.registry.Page;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The visits and video checks of markets. */
@Singleton
public class Visits {
    private static final String PAGE = VisitRows.SELECT + """
            where (?::text is null or m.id = ?) and (?::date is null or v.on_day = ?::date)
                and (?::text is null or (v.at, v.id) > (select at, id from visits where id = ?))
            order by v.at, v.id limit ?""";

    private final DataSource database;
    private final StoredRulesets rulesets;

    /**
     * @param database where they are stored
     * @param rulesets where the rules that judged them are kept
     */
    public Visits(DataSource database, StoredRulesets rulesets) {
        this.database = database;
        this.rulesets = rulesets;
    }

    /**
     * A visit with what was found in it.
     *
     * @param created whether it was stored just now
     */
    public record Recorded(Visit visit, List<StoredFinding> findings, boolean created) {}

    /** Another visit has this id. */
    public static final class OtherVisitException extends RuntimeException {
        OtherVisitException() {
            super("another visit has this id", null, false, false);
        }
    }

    /**
     * Stores a visit, judges it and notes what was found to the market, all or nothing. The same visit again is answered
     * with what is stored.
     *
     * @param visit what it refers to was there a moment ago
     * @param policy judges it
     * @throws OtherVisitException if another visit has its id
     */
    public Recorded record(Visit visit, Policy policy) throws SQLException {
        rulesets.keep(policy);
        return OneTransaction.of(database, connection -> {
            VisitRows.lock(connection);
            VisitRows.Numbered before = VisitRows.find(connection, visit.id());
            if (before != null && !before.visit().equals(visit)) {
                throw new OtherVisitException();
            }
            long no = before == null ? store(connection, visit, policy) : before.no();
            return new Recorded(visit, Findings.ofVisit(connection, no), before == null);
        });
    }

    private static long store(Connection connection, Visit visit, Policy policy) throws SQLException {
        long no = VisitRows.insert(connection, visit);
        new Judging(connection, policy, visit, no).judge();
        return no;
    }

    /** The visit of this id, null if there is none. */
    public @Nullable Recorded find(String id) throws SQLException {
        List<Recorded> found = Snapshot.of(database, connection -> {
            VisitRows.Numbered stored = VisitRows.find(connection, id);
            return stored == null
                    ? List.of()
                    : List.of(new Recorded(stored.visit(), Findings.ofVisit(connection, stored.no()), false));
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * Visits in the order of their times.
     *
     * @param marketId only those of this market, if not null
     * @param day only those of this epoch day, unless {@link Days#NONE}
     * @param after only those after the visit of this id, if not null
     */
    public Page<Visit> page(@Nullable String marketId, int day, @Nullable String after, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            String date = day == Days.NONE ? null : Days.text(day);
            select.setString(1, marketId);
            select.setString(2, marketId);
            select.setString(3, date);
            select.setString(4, date);
            select.setString(5, after);
            select.setString(6, after);
            select.setInt(7, limit + 1);
            List<VisitRows.Numbered> rows = new ArrayList<>(VisitRows.all(select));
            return Page.of(rows, limit, VisitRows.Numbered::visit, Visit::id);
        }
    }
}
