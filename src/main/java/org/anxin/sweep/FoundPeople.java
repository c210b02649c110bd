package org.anxin.sweep;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.anxin.personal.PersonalField;
import org.anxin.personal.Sealing;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads whom runs found, for people who look: figures, and lists page by page. */
@Singleton
public class FoundPeople {
    /** Of each day the last run that completed with all that was known. */
    private static final String LAST_RUNS = "select distinct on (as_of) " + Sweep.COLUMNS + """
             from sweeps where state in ('COMPLETED', 'COMPLETED_WITH_ERRORS') and known_at is null
              and as_of <= date '1970-01-01' + ?::integer
            order by as_of desc, no desc limit ?""";

    private static final String DETAILS = """
            with asked as (select ?::integer as sweep, date '1970-01-01' + ?::integer as day),
            shown as (
                select no, places::integer[] as places, place
                from unnest(?::bigint[], ?::text[]) with ordinality as listed (no, places, place))
            select people.id, name, status, due_on - date '1970-01-01', action, coalesce(rules, '{}'),
                (select max(taken_on) - date '1970-01-01' from samples
                 where samples.person_no = people.no and taken_on <= day),
                array(select id::text from markets where no = any (shown.places) order by id),
                array(select distinct category::text from assignments
                      where assignments.person_no = people.no and market_no = any (shown.places)
                        and from_on <= day + 1 and (to_on is null or to_on >= day - 14) order by 1)
            from asked cross join shown join people on people.no = shown.no
            left join lateral (
                select status, due_on, action, rules from results where person_no = shown.no and sweep <= asked.sweep
                union all
                select status, due_on, action, rules from results_past
                where person_no = shown.no and sweep <= asked.sweep and until_sweep > asked.sweep) found on true
            order by place""";

    private final DataSource database;
    private final Sealing sealing;
    private final KeptRuns runs;

    /**
     * Reads what runs found.
     *
     * @param database where they leave it
     * @param sealing of people's names
     */
    public FoundPeople(DataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
        this.runs = new KeptRuns(database);
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

    /**
     * The figures of a run of an earlier day, as they were counted when somebody looked at it then: trends need no more.
     */
    public DayFigures past(Sweep run) throws SQLException {
        DayFigures stored = StoredFigures.read(database, run);
        if (stored != null) {
            return stored;
        }
        DayFigures counted = figures(run);
        StoredFigures.write(database, counted);
        return counted;
    }

    /** The figures of a completed run. */
    public DayFigures figures(Sweep run) throws SQLException {
        return runs.of(run).figures(run);
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
        List<RunRows.Place> shown = runs.of(run).page(group, marketId, from, most);
        Object[] numbers = shown.stream().map(RunRows.Place::person).toArray();
        Object[] places = shown.stream()
                .map(place -> place.markets().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .toArray();
        return Snapshot.of(database, connection -> {
            try (PreparedStatement query = connection.prepareStatement(DETAILS)) {
                query.setInt(1, run.no());
                query.setInt(2, run.asOf());
                query.setArray(3, connection.createArrayOf("bigint", numbers));
                query.setArray(4, connection.createArrayOf("text", places));
                return people(query.executeQuery(), sealing);
            }
        });
    }

    /** Reads rows as the statements of this package select them. */
    static List<FoundPerson> people(ResultSet row, Sealing sealing) throws SQLException {
        List<FoundPerson> people = new ArrayList<>();
        while (row.next()) {
            people.add(new FoundPerson(
                    row.getString(1),
                    sealing.open(PersonalField.NAME, row.getString(1), row.getBytes(2)),
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
