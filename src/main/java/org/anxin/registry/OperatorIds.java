package org.anxin.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The ids of one database's operators by their numbers. Neither ever changes, so what was read once is remembered. Safe for
 * many threads.
 */
public final class OperatorIds {
    /** Some tens of megabytes; a province has fewer operators. */
    private static final int MOST = 500_000;

    private volatile Map<Integer, String> known = new ConcurrentHashMap<>();

    /**
     * The ids of these operators, and perhaps others; those that were not known yet are read.
     *
     * @param numbers each as often as it comes
     */
    Map<Integer, String> of(Connection connection, IntStream numbers) throws SQLException {
        Map<Integer, String> ids = known;
        Object[] unknown = numbers.filter(number -> !ids.containsKey(number))
                .distinct()
                .boxed()
                .toArray();
        if (unknown.length == 0) {
            return ids;
        }
        if (ids.size() + unknown.length > MOST) {
            // Whoever reads at this moment keeps the old ones.
            known = new ConcurrentHashMap<>();
        }
        try (PreparedStatement select =
                connection.prepareStatement("select no, id from operators where no = any (?) order by no")) {
            select.setArray(1, connection.createArrayOf("int", unknown));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                ids.put(row.getInt(1), row.getString(2));
            }
        }
        return ids;
    }
}
