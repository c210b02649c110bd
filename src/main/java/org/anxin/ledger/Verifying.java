package org.anxin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Verifies the decision log: every hash is made again here, not in the database, every chain is followed from its first row
 * to where it must end, and every seal is compared with what it sealed. All of it is read as it stood at one moment.
 */
public final class Verifying {
    private static final int FETCHED = 200;
    private static final String MONTHS = """
            select month from decision_log where month >= ? and month <= ?
            union select month from decision_heads where month >= ? and month <= ? order by 1""";
    private static final String ROWS =
            "select " + LoggedRow.COLUMNS + " from decision_log where month = ? order by stream, no";
    private static final String HEADS =
            "select stream, no, hash from decision_heads where month = ? and no > 0 order by stream";

    private final Connection connection;
    private final Flaws flaws;
    private final SortedSet<LocalDate> absent = new TreeSet<>();
    private long entries;
    private long decisions;

    private Verifying(Connection connection, Flaws flaws) {
        this.connection = connection;
        this.flaws = flaws;
    }

    /**
     * Verifies the entries that were recorded in some months, and all seals.
     *
     * @param from first day of the first month
     * @param to a day of the last month
     * @param most flaws to name
     */
    public static Verification of(DataSource database, LocalDate from, LocalDate to, int most) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return new Verifying(connection, new Flaws(most)).verify(from, to);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        }
    }

    private Verification verify(LocalDate from, LocalDate to) throws SQLException {
        for (LocalDate month : months(from, to)) {
            verifyMonth(month);
        }
        SealCheck seals =
                new SealCheck(flaws, month -> !month.isBefore(from) && !month.isAfter(to) && !absent.contains(month));
        seals.check(connection);
        return new Verification(entries, decisions, seals.seals(), seals.last(), absent, flaws.named(), flaws.more());
    }

    private SortedSet<LocalDate> months(LocalDate from, LocalDate to) throws SQLException {
        SortedSet<LocalDate> months = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(MONTHS)) {
            select.setObject(1, from);
            select.setObject(2, to);
            select.setObject(3, from);
            select.setObject(4, to);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                months.add(row.getObject(1, LocalDate.class));
            }
        }
        return months;
    }

    /** Rows and heads come in the same order, so that one look at each suffices. */
    private void verifyMonth(LocalDate month) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(ROWS);
                PreparedStatement heads = connection.prepareStatement(HEADS)) {
            rows.setObject(1, month);
            rows.setFetchSize(FETCHED);
            heads.setObject(1, month);
            heads.setFetchSize(FETCHED);
            ResultSet row = rows.executeQuery();
            if (row.next()) {
                follow(month, row, heads.executeQuery());
            } else {
                // Taken away as a whole; its seals stay.
                absent.add(month);
            }
        }
    }

    private void follow(LocalDate month, ResultSet row, ResultSet heads) throws SQLException {
        ChainCheck.Head head = ChainCheck.Head.next(heads);
        boolean there = true;
        while (there) {
            ChainCheck chain = new ChainCheck(LoggedRow.of(row), flaws);
            there = chain.follow(row);
            entries += chain.entries();
            decisions += chain.decisions();
            while (head != null && head.stream().compareTo(chain.stream()) < 0) {
                flaws.add(month + "/" + head.stream() + "/1", FlawKind.MISSING);
                head = ChainCheck.Head.next(heads);
            }
            if (head == null || !head.stream().equals(chain.stream())) {
                flaws.add(chain.lastName(), FlawKind.UNKNOWN_CHAIN);
            } else {
                chain.end(head);
                head = ChainCheck.Head.next(heads);
            }
        }
        for (; head != null; head = ChainCheck.Head.next(heads)) {
            flaws.add(month + "/" + head.stream() + "/1", FlawKind.MISSING);
        }
    }
}
