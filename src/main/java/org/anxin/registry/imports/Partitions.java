package org.anxin.registry.imports;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The monthly partitions of the samples. */
final class Partitions {
    private static final String MISSING =
            "select month from unnest(?::date[]) month where to_regclass('samples_' || to_char(month, 'YYYY_MM')) is null"
                    + " and month between '2000-01-01' and '2099-12-01' order by month";

    private Partitions() {}

    /**
     * Makes the partitions that staged samples of known people will be in, in transactions of their own: others shall not
     * wait for the end of an import to make theirs. Samples that will be rejected get none, lest mistyped years fill the
     * database with empty tables.
     *
     * @param connection the import's own, with the staged samples
     * @param days on which they were taken, counted from {@link Days#FIRST}
     * @param others gives connections for those transactions; null to do it in the import's own
     */
    static void make(Connection connection, String staged, BitSet days, @Nullable DataSource others)
            throws SQLException {
        for (LocalDate month : missing(connection, days)) {
            if (!isNeeded(connection, staged, month)) {
                continue;
            }
            if (others == null) {
                make(month, connection);
            } else {
                try (Connection own = others.getConnection()) {
                    make(month, own);
                }
            }
        }
    }

    private static List<LocalDate> missing(Connection connection, BitSet days) throws SQLException {
        SortedSet<LocalDate> months = new TreeSet<>();
        for (int day = days.nextSetBit(0); day >= 0; day = days.nextSetBit(day + 1)) {
            months.add(LocalDate.ofEpochDay((long) Days.FIRST + day).withDayOfMonth(1));
        }
        List<LocalDate> missing = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(MISSING)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "date", months.stream().map(Date::valueOf).toArray()));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    missing.add(found.getObject(1, LocalDate.class));
                }
            }
        }
        return missing;
    }

    private static boolean isNeeded(Connection connection, String staged, LocalDate month) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select exists (select from " + staged
                + " join people on id = person_id where taken_on >= ? and taken_on < ?)")) {
            query.setObject(1, month);
            query.setObject(2, month.plusMonths(1));
            try (ResultSet found = query.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    /** Makes the partition of a month, given by its first day, unless it is there. */
    static void make(LocalDate month, Connection connection) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select samples_partition(?)")) {
            call.setObject(1, month);
            call.execute();
        }
    }
}
