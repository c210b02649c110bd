package org.anxin.sweep;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The lists of completed runs, read from what the runs found. What a run found never changes, so a list stays as it was
 * issued, whatever is swept or corrected later.
 */
@Singleton
public class IssuedLists {
    /** A run that was made to see what was known in the past is nobody's list, unless it is asked for by its id. */
    private static final String RUNS = """
            select no, id, as_of - date '1970-01-01', ruleset from sweeps
            where state in ('COMPLETED', 'COMPLETED_WITH_ERRORS') and (?::date is null or as_of = ?::date)
              and (?::text is null and known_at is null or id = ?)
            order by no desc limit 1
            """;

    /**
     * Whoever a run listed at a market has or had an assignment there; those that were changed or removed since are in
     * assignments_past, so the candidates are complete.
     */
    static final String LIST = """
            select people.id, found.due_on - date '1970-01-01', found.status, found.action, found.rules, place
            from (select person_no from assignments where market_no = ?
                  union select person_no from assignments_past where market_no = ?) candidates
            join people on people.no = candidates.person_no
            cross join lateral (
                select due_on, status, action, rules, places from results
                where results.person_no = candidates.person_no and sweep <= ?
                union all
                select due_on, status, action, rules, places from results_past
                where results_past.person_no = candidates.person_no and sweep <= ? and until_sweep > ?) found
            cross join lateral unnest(found.places) place
            where found.action = any (?) and split_part(place, ' ', 1) = ?
            order by found.due_on nulls first, people.id
            """;

    private final DataSource database;

    /** @param database where runs leave what they found */
    public IssuedLists(DataSource database) {
        this.database = database;
    }

    /**
     * The number of a market.
     *
     * @return null if there is no such market
     */
    public @Nullable Integer market(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select no from markets where id = ?")) {
            query.setString(1, id);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? found.getInt(1) : null;
            }
        }
    }

    /**
     * The last completed run for a day, or the one that is named if it is for that day.
     *
     * @param day as an epoch day; {@link Days#NONE} for any, which needs a name
     * @param id of the run; null for the last one
     * @return null if there is none
     */
    public @Nullable IssuedRun run(int day, @Nullable String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(RUNS)) {
            String date = day == Days.NONE ? null : Days.text(day);
            query.setString(1, date);
            query.setString(2, date);
            query.setString(3, id);
            query.setString(4, id);
            try (ResultSet found = query.executeQuery()) {
                return found.next()
                        ? new IssuedRun(found.getInt(1), found.getString(2), found.getInt(3), found.getString(4))
                        : null;
            }
        }
    }

    /**
     * What a run put on a list of a market, by due date (none first), then by id.
     *
     * @param marketId the market
     * @param marketNo its number
     */
    public List<ListedPerson> list(ListKind kind, IssuedRun run, String marketId, int marketNo) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LIST)) {
            query.setInt(1, marketNo);
            query.setInt(2, marketNo);
            query.setInt(3, run.no());
            query.setInt(4, run.no());
            query.setInt(5, run.no());
            query.setArray(
                    6,
                    connection.createArrayOf(
                            "text", kind.actions().stream().map(Enum::name).toArray()));
            query.setString(7, marketId);
            List<ListedPerson> people = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    people.add(person(found));
                }
            }
            return people;
        }
    }

    private static ListedPerson person(ResultSet found) throws SQLException {
        int day = found.getInt(2);
        int dueOn = found.wasNull() ? Days.NONE : day;
        List<String> place = Arrays.asList(found.getString(6).split(" ", -1));
        return new ListedPerson(
                found.getString(1),
                List.copyOf(place.subList(1, place.size())),
                dueOn,
                found.getString(3),
                found.getString(4),
                List.of((String[]) found.getArray(5).getArray()));
    }
}
