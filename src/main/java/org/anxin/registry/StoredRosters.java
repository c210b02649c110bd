package org.anxin.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.onboarding.Letter;
import org.anxin.onboarding.Roster;
import org.jspecify.annotations.Nullable;

/**
 * Reads markets with everything that deciding who is ready needs, market by market. Whoever wants facts of one moment
 * begins a transaction that reads repeatably.
 */
public final class StoredRosters {
    private final Versions versions;
    private final StoredMarkets types;
    private final Map<String, Integer> markets = new TreeMap<>();
    private final List<Letter> letters = new ArrayList<>();

    /** @param knownAt what was known then; null for what is known now */
    public StoredRosters(Connection connection, @Nullable Instant knownAt) throws SQLException {
        versions = new Versions(connection, knownAt);
        types = new StoredMarkets(new Known(connection, 0, 0, knownAt));
        try (PreparedStatement query = connection.prepareStatement("select id, no from markets");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                markets.put(row.getString(1), row.getInt(2));
            }
        }
        try (PreparedStatement query = connection.prepareStatement("select l.id, v.valid_from - date '1970-01-01' from "
                        + versions.of("letters", "no, valid_from") + " v join letters l using (no) order by 2, 1");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                letters.add(new Letter(row.getString(1), row.getInt(2)));
            }
        }
    }

    /** Ids of all markets, in order. */
    public List<String> marketIds() {
        return List.copyOf(markets.keySet());
    }

    /** The market with everybody there, or null if there is no such market. */
    public @Nullable Roster read(String marketId) throws SQLException {
        Integer no = markets.get(marketId);
        StoredMarkets.Market market = no == null ? null : types.of(no);
        if (no == null || market == null) {
            return null;
        }
        RosterOperators operators = new RosterOperators(versions, no);
        RosterPeople people = new RosterPeople(versions, no, operators);
        return new Roster(
                new Roster.Market(market.id(), market.type(), market.subdistrict()),
                List.copyOf(letters),
                operators.entries(),
                people.entries());
    }

    /** Numbers as a parameter. */
    static Array numbers(Connection connection, Iterable<Long> numbers) throws SQLException {
        List<Long> all = new ArrayList<>();
        numbers.forEach(all::add);
        return connection.createArrayOf("bigint", all.toArray());
    }
}
