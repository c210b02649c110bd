package org.anxin.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one database's operators by their numbers. Neither ever changes, so what was read once is remembered. Safe for
 * many threads: what one does not see of another is read again.
 */
public final class OperatorIds {
    private static final int FIRST_SIZE = 1024;

    /** Numbers beyond are not remembered; some tens of megabytes of ids are enough. */
    private static final int MOST = 500_000;

    private volatile @Nullable String[] known = new String[FIRST_SIZE];

    /**
     * The ids of these operators, and perhaps others, by number; null where there is none. Those that were not known yet are
     * read.
     *
     * @param numbers 0 where there is no operator
     */
    @Nullable
    String[] of(Connection connection, List<int[]> numbers) throws SQLException {
        int highest = 0;
        for (int[] some : numbers) {
            for (int number : some) {
                highest = Math.max(highest, number);
            }
        }
        @Nullable String[] ids = room(highest);
        SortedSet<Integer> unknown = new TreeSet<>();
        for (int[] some : numbers) {
            for (int number : some) {
                if (number != 0 && ids[number] == null) {
                    unknown.add(number);
                }
            }
        }
        if (!unknown.isEmpty()) {
            read(connection, unknown, ids);
        }
        return ids;
    }

    private static void read(Connection connection, SortedSet<Integer> unknown, @Nullable String[] ids)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select no, id from operators where no = any (?) order by no")) {
            select.setArray(1, connection.createArrayOf("int", unknown.toArray()));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                ids[row.getInt(1)] = row.getString(2);
            }
        }
    }

    private synchronized @Nullable String[] room(int highest) {
        if (highest < known.length) {
            return known;
        }
        @Nullable String[] larger = Arrays.copyOf(known, Math.max(2 * known.length, highest + 1));
        if (larger.length <= MOST) {
            known = larger;
        }
        return larger;
    }
}
