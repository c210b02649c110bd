package org.anxin.registry;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The markets by their numbers. There are few, so they are read as a whole. */
final class StoredMarkets {
    private static final String NOW = "select no, id, type, subdistrict from markets";

    /** A market that became known later is taken as it is now. */
    private static final String THEN = """
            select now.no, now.id, coalesce(past.type, now.type),
                case when past.no is null then now.subdistrict else past.subdistrict end
            from (select ?::timestamptz as at) k cross join markets now
            left join markets_past past on past.no = now.no and now.known_from > k.at
                and past.known_from <= k.at and k.at < past.known_to""";

    private final Map<Integer, Market> markets = new HashMap<>();

    /**
     * What deciding needs of a market.
     *
     * @param id its id
     * @param type its type
     * @param subdistrict null if not given
     */
    record Market(String id, String type, @Nullable String subdistrict) {}

    StoredMarkets(Known known) throws SQLException {
        PreparedStatement statement = known.prepare(known.at() == null ? NOW : THEN);
        if (known.at() != null) {
            statement.setObject(1, Known.time(known.at()));
        }
        Map<String, String> types = new HashMap<>();
        ResultSet row = statement.executeQuery();
        while (row.next()) {
            String type = row.getString(3);
            types.putIfAbsent(type, type);
            markets.put(row.getInt(1), new Market(row.getString(2), types.get(type), row.getString(4)));
        }
    }

    /** The market of this number, or null if there is none any more. */
    @Nullable
    Market of(int number) {
        return markets.get(number);
    }
}
