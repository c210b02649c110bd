package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Findings for people who look: counted, and listed page by page, as they stood on a day. */
@Singleton
public class FindingList {
    /** Makes {@code found} of what is asked for, each finding with its state on the day. */
    private static final String FOUND = """
            with asked as (select ?::date as day, ?::text as market, ?::text as item, ?::date as found_on,
                ?::boolean as widespread),
            found as (
                select f.no, f.market_no, f.due_on, r.at as rectified_at,
                    case when r.on_day <= asked.day then 'RECTIFIED' when f.due_on < asked.day then 'OVERDUE' else 'OPEN' end
                        as state
                from asked join patrol_findings f on f.on_day <= asked.day
                    and (asked.item is null or f.item = asked.item)
                    and (asked.found_on is null or f.on_day = asked.found_on)
                    and (asked.market is null or f.market_no = (select no from markets where id = asked.market))
                    and (asked.widespread is null or asked.widespread = coalesce(f.widespread_on <= asked.day, false))
                left join rectifications r on r.finding_no = f.no)
            """;

    private static final String COUNTS = FOUND + "select state, count(*) from found group by state";

    /** What has to be done first comes first; of what is done, the latest. */
    private static final String PAGE =
            FOUND + """
            , shown as (
                select no, row_number() over (
                    order by case when state = 'RECTIFIED' then rectified_at end desc, due_on, no) as place
                from found where state = any (?) order by place offset ? limit ?)
            """ + Findings.SELECT + "join shown on shown.no = f.no order by shown.place";

    private static final String BY_MARKET = FOUND + """
            select id, count(*) filter (where state <> 'RECTIFIED'), count(*) filter (where state = 'OVERDUE')
            from found join markets on markets.no = market_no group by id""";

    private final DataSource database;

    /** @param database where findings are stored */
    public FindingList(DataSource database) {
        this.database = database;
    }

    /** Findings that are shown together. */
    public enum Part {
        /** To be rectified, in time or too late. */
        UNRECTIFIED("OPEN", "OVERDUE"),
        /** Of these, whose last day has passed. */
        OVERDUE("OVERDUE"),
        /** Done, with proof. */
        RECTIFIED("RECTIFIED");

        private final String[] states;

        Part(String... states) {
            this.states = states;
        }
    }

    /**
     * Which findings.
     *
     * @param asOf the day as of which they stand, an epoch day; later ones are not seen
     * @param marketId only those of this market, if not null
     * @param item only those of this item, a word, if not null
     * @param foundOn only those found on this epoch day, unless {@link Days#NONE}
     * @param widespread only those that are copied to the subdistrict by then, or only the others; null for all
     */
    public record Wanted(
            int asOf,
            @Nullable String marketId,
            @Nullable String item,
            int foundOn,
            @Nullable Boolean widespread) {
        /** All of them. */
        public static Wanted all(int asOf) {
            return new Wanted(asOf, null, null, Days.NONE, null);
        }

        /** Those of one market. */
        public static Wanted at(String marketId, int asOf) {
            return new Wanted(asOf, marketId, null, Days.NONE, null);
        }
    }

    /**
     * What a market has to rectify.
     *
     * @param unrectified in time or too late
     * @param overdue of these, too late
     */
    public record Due(int unrectified, int overdue) {
        /** Nothing. */
        public static final Due NONE = new Due(0, 0);
    }

    /** How many there are of each part. */
    public Map<Part, Integer> counts(Wanted wanted) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return counts(connection, wanted);
        }
    }

    private static Map<Part, Integer> counts(Connection connection, Wanted wanted) throws SQLException {
        Map<String, Integer> states = new TreeMap<>();
        try (PreparedStatement query = asked(connection, COUNTS, wanted);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                states.put(row.getString(1), row.getInt(2));
            }
        }
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            int sum = 0;
            for (String state : part.states) {
                sum += states.getOrDefault(state, 0);
            }
            counts.put(part, sum);
        }
        return counts;
    }

    /**
     * A page of them, with how many there are of each part.
     *
     * @param items in order
     */
    public record Page(Map<Part, Integer> counts, List<StoredFinding> items) {}

    /**
     * A page of a part.
     *
     * @param from so many are left out
     * @param most at most so many
     */
    public Page page(Wanted wanted, Part part, int from, int most) throws SQLException {
        return Snapshot.of(database, connection -> {
            try (PreparedStatement query = asked(connection, PAGE, wanted)) {
                query.setArray(6, connection.createArrayOf("text", part.states));
                query.setInt(7, from);
                query.setInt(8, most);
                List<StoredFinding> items = Findings.all(query).stream()
                        .map(finding -> finding.asOf(wanted.asOf()))
                        .toList();
                return new Page(counts(connection, wanted), items);
            }
        });
    }

    /** What markets have to rectify, by id; those that have nothing may be left out. */
    public Map<String, Due> byMarket(int asOf) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = asked(connection, BY_MARKET, Wanted.all(asOf));
                ResultSet row = query.executeQuery()) {
            Map<String, Due> markets = new TreeMap<>();
            while (row.next()) {
                markets.put(row.getString(1), new Due(row.getInt(2), row.getInt(3)));
            }
            return markets;
        }
    }

    private static PreparedStatement asked(Connection connection, String sql, Wanted wanted) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setString(1, Days.text(wanted.asOf()));
        query.setString(2, wanted.marketId());
        query.setString(3, wanted.item());
        query.setString(4, wanted.foundOn() == Days.NONE ? null : Days.text(wanted.foundOn()));
        query.setObject(5, wanted.widespread());
        return query;
    }
}
