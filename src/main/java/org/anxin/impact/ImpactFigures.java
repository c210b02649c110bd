package org.anxin.impact;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a completed preview, for all markets together or for one. */
@Singleton
public class ImpactFigures {
    /** Of all markets, or of one of those that a day names. */
    private static final String PART = """
            from impacts cross join json_array_elements(%s) d
            cross join lateral (
                select d as part where ?::text is null
                union all select m from json_array_elements(d->'markets') m where m->>'marketId' = ?) p
            """;

    private static final String PEOPLE = "select (d->>'date')::date - date '1970-01-01', c.key, c.value::int "
            + PART.formatted("result->'days'")
            + "cross join json_each_text(part->'counts') c where no = ? order by 1";

    private static final String BATCHES = "select (d->>'date')::date - date '1970-01-01', c.key, c.value::int "
            + PART.formatted("result->'batches'->'days'")
            + "cross join json_each_text(part->'counts') c where no = ? order by 1";

    private static final String MARKETS = """
            select m->>'marketId', c.key, sum(c.value::int)
            from impacts cross join json_array_elements(result->'days') d
            cross join json_array_elements(d->'markets') m cross join json_each_text(m->'counts') c
            where no = ? group by 1, 2 having sum(c.value::int) > 0 order by 1""";

    private static final String DEMAND = """
            select (e->>'date')::date - date '1970-01-01', (e->>'before')::int, (e->>'after')::int
            from impacts cross join lateral (
                select result->'demand'->'total' as days where ?::text is null
                union all
                select m->'days' from json_array_elements(result->'demand'->'markets') m where m->>'marketId' = ?) p
            cross join json_array_elements(days) e where no = ? order by 1""";

    private static final String TRANSITIONS = """
            select on_day - date '1970-01-01', before_status, after_status, count(*) from impact_people
            where (?::text is null or ? = any (markets)) and impact = ? and before_status <> after_status
            group by 1, 2, 3 order by 1, 2, 3""";

    private static final String TOTALS = """
            select (result->>'people')::int, (result->>'changed')::int, (result->>'unlisted')::int,
                (result->'batches'->>'batches')::int, (result->'batches'->>'changed')::int
            from impacts where no = ?""";

    private final DataSource database;

    public ImpactFigures(DataSource database) {
        this.database = database;
    }

    /**
     * So many people or batches on a day.
     *
     * @param day as an epoch day
     * @param kind of change
     */
    public record Count<K extends Enum<K>>(int day, K kind, int count) {}

    /** So many person-days of a kind at a market, all days together. */
    public record AtMarket(String market, Change kind, int count) {}

    /** How many people are to be sampled on a day, by the rules before and after. */
    public record Demanded(int day, int before, int after) {}

    /**
     * So many people stand otherwise on a day; only changes that are listed one by one are counted.
     *
     * @param before a status, empty for whoever could not be decided
     * @param after likewise
     */
    public record Transition(int day, String before, String after, int people) {}

    /**
     * Of everybody and all days, whatever the market.
     *
     * @param people decided, or could not be
     * @param changed how many of them would be found otherwise on any day
     * @param unlisted so many changes are counted, but not listed
     * @param batches decided, or could not be
     * @param changedBatches how many of them would be decided otherwise
     */
    public record Totals(int people, int changed, int unlisted, int batches, int changedBatches) {}

    /**
     * All that pages show of a preview.
     *
     * @param demand empty at a market where it stays the same
     */
    public record Figures(
            Totals totals,
            List<Count<Change>> people,
            List<AtMarket> markets,
            List<Transition> transitions,
            List<Demanded> demand,
            List<Count<BatchChange>> batches) {

        /** Person-days with this kind of change. */
        public int people(Change kind) {
            return people.stream()
                    .filter(count -> count.kind() == kind)
                    .mapToInt(Count::count)
                    .sum();
        }

        /** Batches with this kind of change. */
        public int batches(BatchChange kind) {
            return batches.stream()
                    .filter(count -> count.kind() == kind)
                    .mapToInt(Count::count)
                    .sum();
        }
    }

    /**
     * The figures of a completed preview.
     *
     * @param market null for all markets; the totals and the figures by market are those of all in any case
     */
    public Figures of(Impact impact, @Nullable String market) throws SQLException {
        return Snapshot.of(
                database,
                connection -> new Figures(
                        totals(connection, impact),
                        counts(connection, PEOPLE, impact, market, Change.class),
                        markets(connection, impact),
                        transitions(connection, impact, market),
                        demand(connection, impact, market),
                        counts(connection, BATCHES, impact, market, BatchChange.class)));
    }

    private static <K extends Enum<K>> List<Count<K>> counts(
            Connection connection, String sql, Impact impact, @Nullable String market, Class<K> kinds)
            throws SQLException {
        return rows(
                connection,
                sql,
                impact,
                market,
                row -> new Count<>(row.getInt(1), Enum.valueOf(kinds, row.getString(2)), row.getInt(3)));
    }

    private static List<Transition> transitions(Connection connection, Impact impact, @Nullable String market)
            throws SQLException {
        return rows(
                connection,
                TRANSITIONS,
                impact,
                market,
                row -> new Transition(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4)));
    }

    private static List<Demanded> demand(Connection connection, Impact impact, @Nullable String market)
            throws SQLException {
        return rows(
                connection, DEMAND, impact, market, row -> new Demanded(row.getInt(1), row.getInt(2), row.getInt(3)));
    }

    /** Makes something of a row. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(
            Connection connection, String sql, Impact impact, @Nullable String market, Row<T> reading)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, market);
            select.setString(2, market);
            select.setLong(3, impact.no());
            return all(select, reading);
        }
    }

    private static List<AtMarket> markets(Connection connection, Impact impact) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MARKETS)) {
            select.setLong(1, impact.no());
            return all(select, row -> new AtMarket(row.getString(1), Change.valueOf(row.getString(2)), row.getInt(3)));
        }
    }

    private static Totals totals(Connection connection, Impact impact) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOTALS)) {
            select.setLong(1, impact.no());
            return all(
                            select,
                            row -> new Totals(
                                    row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                    .get(0);
        }
    }

    private static <T> List<T> all(PreparedStatement select, Row<T> reading) throws SQLException {
        List<T> all = new ArrayList<>();
        ResultSet row = select.executeQuery();
        while (row.next()) {
            all.add(reading.read(row));
        }
        return all;
    }
}
