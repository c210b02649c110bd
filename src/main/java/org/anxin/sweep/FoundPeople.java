package org.anxin.sweep;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads whom runs found, for people who look: figures, and lists page by page. */
@Singleton
public class FoundPeople {
    private static final String FIGURES = FoundRows.LISTED + "select markets.id, "
            + Arrays.stream(FoundGroup.values())
                    .map(group -> "count(distinct person_no) filter (where " + group.condition() + ") as " + group)
                    .collect(Collectors.joining(", "))
            + " from listed join markets on markets.no = market_no group by grouping sets ((markets.id), ())";

    /** Of each day the last run that completed with all that was known. */
    private static final String LAST_RUNS = "select distinct on (as_of) " + Sweep.COLUMNS + """
             from sweeps where state in ('COMPLETED', 'COMPLETED_WITH_ERRORS') and known_at is null
              and as_of <= date '1970-01-01' + ?::integer
            order by as_of desc, no desc limit ?""";

    private static final String PEOPLE = """
            , shown as (
                select person_no, min(status) as status, min(due_on) as due_on, min(action) as action, min(rules) as rules,
                    array_agg(market_no) as markets
                from listed where %s and (?::text is null or market_no = (select no from markets where id = ?))
                group by person_no)
            """;

    private static final String DETAILS = """
            select people.id, name, status, due_on - date '1970-01-01', action, coalesce(rules, '{}'),
                (select max(taken_on) - date '1970-01-01' from samples
                 where samples.person_no = people.no and taken_on <= day),
                array(select id::text from markets where no = any (shown.markets) order by id),
                array(select distinct category::text from assignments
                      where assignments.person_no = people.no and market_no = any (shown.markets)
                        and from_on <= day + 1 and (to_on is null or to_on >= day - 14) order by 1)
            from (select * from shown join (select no, id from people) p on p.no = person_no
                  order by due_on nulls first, id offset ? limit ?) shown
            join people on people.no = person_no cross join asked
            order by due_on nulls first, people.id""";

    private final DataSource database;

    /** @param database where runs leave what they found */
    public FoundPeople(DataSource database) {
        this.database = database;
    }

    /**
     * The last completed run of each day.
     *
     * @param until only days up to this one, as an epoch day
     * @param most at most so many, the newest day first
     */
    public List<Sweep> lastRuns(int until, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LAST_RUNS)) {
            query.setInt(1, until);
            query.setInt(2, most);
            List<Sweep> runs = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    runs.add(Sweep.of(row));
                }
            }
            return runs;
        }
    }

    /** The figures of a completed run. */
    public DayFigures figures(Sweep run) throws SQLException {
        return Snapshot.of(database, connection -> {
            try (PreparedStatement query = connection.prepareStatement(FIGURES)) {
                FoundRows.ask(query, run);
                DayFigures.Counts total = DayFigures.Counts.NONE;
                SortedMap<String, DayFigures.Counts> markets = new TreeMap<>();
                ResultSet row = query.executeQuery();
                while (row.next()) {
                    DayFigures.Counts counts = counts(row);
                    if (row.getString(1) == null) {
                        total = counts;
                    } else {
                        markets.put(row.getString(1), counts);
                    }
                }
                return new DayFigures(run, total, markets);
            }
        });
    }

    private static DayFigures.Counts counts(ResultSet row) throws SQLException {
        Map<FoundGroup, Integer> counts = new EnumMap<>(FoundGroup.class);
        for (FoundGroup group : FoundGroup.values()) {
            counts.put(group, row.getInt(group.name()));
        }
        return new DayFigures.Counts(counts);
    }

    /**
     * A page of the people of a group, by due date (none first), then by id.
     *
     * @param marketId only those at this market; null for all
     * @param from so many are left out
     * @param most at most so many
     */
    public List<FoundPerson> people(Sweep run, FoundGroup group, @Nullable String marketId, int from, int most)
            throws SQLException {
        return Snapshot.of(database, connection -> {
            String sql = FoundRows.LISTED + PEOPLE.formatted(group.condition()) + DETAILS;
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                FoundRows.ask(query, run);
                query.setString(4, marketId);
                query.setString(5, marketId);
                query.setInt(6, from);
                query.setInt(7, most);
                return people(query.executeQuery());
            }
        });
    }

    /** Reads rows as the statements of this package select them. */
    static List<FoundPerson> people(ResultSet row) throws SQLException {
        List<FoundPerson> people = new ArrayList<>();
        while (row.next()) {
            people.add(new FoundPerson(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    day(row, 4),
                    row.getString(5),
                    texts(row, 6),
                    day(row, 7),
                    texts(row, 8),
                    texts(row, 9)));
        }
        return people;
    }

    private static int day(ResultSet row, int column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? Days.NONE : day;
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
