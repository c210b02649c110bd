package org.anxin.sweep;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anxin.personal.Sealing;
import org.anxin.registry.Snapshot;

/** Reads how many people were sampled on past days, at the markets where they were on duty then, and who they were. */
@Singleton
public class SampledDays {
    private static final String COUNTS = """
            select markets.id, taken_on - date '1970-01-01', count(distinct samples.person_no)
            from samples join assignments on assignments.person_no = samples.person_no
              and from_on <= taken_on and (to_on is null or to_on >= taken_on)
            join markets on markets.no = market_no
            where taken_on between date '1970-01-01' + ?::integer and date '1970-01-01' + ?::integer
            group by markets.id, taken_on""";

    private static final String PEOPLE = """
            with asked as (select date '1970-01-01' + ?::integer as day),
            shown as (
                select samples.person_no, array_agg(distinct market_no) as markets, array_agg(distinct category) as categories
                from asked, samples join assignments on assignments.person_no = samples.person_no
                join markets on markets.no = market_no
                where taken_on = day and from_on <= day and (to_on is null or to_on >= day) and markets.id = ?
                group by samples.person_no)
            select people.id, name, null, null::integer, null, '{}'::text[], day - date '1970-01-01',
                array(select id::text from markets where no = any (shown.markets) order by id), categories::text[]
            from asked, shown join people on people.no = person_no order by people.id offset ? limit ?""";

    private static final String NAMED = """
            with asked as (select date '1970-01-01' + ?::integer as day)
            select people.id, name, null, null::integer, null, '{}'::text[],
                (select max(taken_on) - date '1970-01-01' from samples where person_no = people.no and taken_on <= day),
                array[?::text], array(select distinct category::text from assignments join markets on markets.no = market_no
                    where person_no = people.no and markets.id = ? order by 1)
            from asked, people where people.no = any (?) order by people.id offset ? limit ?""";

    private final DataSource database;
    private final Sealing sealing;

    /**
     * Reads who was sampled.
     *
     * @param database with the stored facts
     * @param sealing of people's names
     */
    public SampledDays(DataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /**
     * People sampled on each day, whatever the result.
     *
     * @param from first day, as an epoch day
     * @param to last day
     * @return by market id, the first entry of each for {@code from}; markets with nobody are left out
     */
    public Map<String, int[]> counts(int from, int to) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNTS)) {
            query.setInt(1, from);
            query.setInt(2, to);
            Map<String, int[]> markets = new TreeMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int[] days = markets.computeIfAbsent(row.getString(1), none -> new int[to - from + 1]);
                    days[row.getInt(2) - from] = row.getInt(3);
                }
            }
            return markets;
        }
    }

    /**
     * A page of the people who were sampled on a day and on duty at a market, by id; what a run found about them is left
     * out.
     *
     * @param day as an epoch day
     */
    public List<FoundPerson> people(int day, String marketId, int from, int most) throws SQLException {
        return Snapshot.of(database, connection -> {
            try (PreparedStatement query = connection.prepareStatement(PEOPLE)) {
                query.setInt(1, day);
                query.setString(2, marketId);
                query.setInt(3, from);
                query.setInt(4, most);
                return FoundPeople.people(query.executeQuery(), sealing);
            }
        });
    }

    /**
     * A page of certain people of a market, by id; what a run found about them is left out.
     *
     * @param numbers of all of them
     * @param day until which samples are seen, as an epoch day
     */
    public List<FoundPerson> named(List<Long> numbers, int day, String marketId, int from, int most)
            throws SQLException {
        return Snapshot.of(database, connection -> {
            try (PreparedStatement query = connection.prepareStatement(NAMED)) {
                query.setInt(1, day);
                query.setString(2, marketId);
                query.setString(3, marketId);
                query.setArray(4, connection.createArrayOf("bigint", numbers.toArray()));
                query.setInt(5, from);
                query.setInt(6, most);
                return FoundPeople.people(query.executeQuery(), sealing);
            }
        });
    }
}
