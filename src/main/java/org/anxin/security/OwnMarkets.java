package org.anxin.security;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Whether what a market organiser asks about is of its own markets. What is not there is not, either. */
@Singleton
public final class OwnMarkets {
    private final DataSource database;

    OwnMarkets(DataSource database) {
        this.database = database;
    }

    /**
     * Whether it is.
     *
     * @param named what the request names, as it names it; null if it names nothing
     * @param markets values of {@code market} in its query
     */
    public boolean include(Caller caller, MarketOf of, @Nullable String named, List<String> markets)
            throws SQLException {
        String query = of.query();
        if (of == MarketOf.QUERY) {
            return markets.size() == 1 && caller.markets().contains(markets.get(0));
        }
        if (named == null || caller.markets().isEmpty()) {
            return false;
        }
        return query == null ? caller.markets().contains(named) : found(query, named, caller);
    }

    private boolean found(String query, String named, Caller caller) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, named);
            select.setArray(2, connection.createArrayOf("text", caller.markets().toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
