package org.anxin.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
    private static final String SEALS = "select no, sealed, heads, previous, hash from decision_seals order by no";
    private static final String SEALED = "select hash from decision_log where month = ? and stream = ? and no = ?";

    private final Connection connection;
    private final int most;
    private final List<Flaw> flaws = new ArrayList<>();
    private final SortedSet<LocalDate> absent = new TreeSet<>();
    private long more;
    private long entries;
    private long decisions;
    private long seals;
    private String lastSeal = "";

    private Verifying(Connection connection, int most) {
        this.connection = connection;
        this.most = most;
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
                return new Verifying(connection, most).verify(from, to);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        }
    }

    private Verification verify(LocalDate from, LocalDate to) throws SQLException {
        SortedSet<LocalDate> months = months(from, to);
        for (LocalDate month : months) {
            verifyMonth(month);
        }
        verifySeals(from, to);
        return new Verification(entries, decisions, seals, lastSeal, absent, List.copyOf(flaws), more);
    }

    private void tell(String entry, FlawKind kind) {
        if (flaws.size() < most) {
            flaws.add(new Flaw(entry, kind));
        } else {
            more++;
        }
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
            if (!row.next()) {
                // Taken away as a whole; its seals stay.
                absent.add(month);
                return;
            }
            follow(month, row, heads.executeQuery());
        }
    }

    private void follow(LocalDate month, ResultSet row, ResultSet heads) throws SQLException {
        Head head = Head.next(heads);
        boolean there = true;
        while (there) {
            Chain chain = new Chain(LoggedRow.of(row));
            there = chain.follow(row);
            while (head != null && head.stream.compareTo(chain.stream) < 0) {
                tell(month + "/" + head.stream + "/1", FlawKind.MISSING);
                head = Head.next(heads);
            }
            if (head == null || !head.stream.equals(chain.stream)) {
                tell(chain.last.name(), FlawKind.UNKNOWN_CHAIN);
            } else {
                chain.end(head);
                head = Head.next(heads);
            }
        }
        for (; head != null; head = Head.next(heads)) {
            tell(month + "/" + head.stream + "/1", FlawKind.MISSING);
        }
    }

    /** Where a chain must end. */
    private record Head(String stream, int no, byte[] hash) {
        static @Nullable Head next(ResultSet row) throws SQLException {
            return row.next() ? new Head(row.getString(1), row.getInt(2), row.getBytes(3)) : null;
        }
    }

    /** The rows of one stream and month. */
    private final class Chain {
        private final String stream;
        private LoggedRow last;

        Chain(LoggedRow first) {
            stream = first.stream();
            last = first;
            if (first.no() > 1) {
                tell(first.month() + "/" + stream + "/1", FlawKind.MISSING);
            } else if (!Arrays.equals(first.previous(), LoggedRow.genesis(first.month(), stream))) {
                tell(first.name(), FlawKind.OUT_OF_CHAIN);
            }
            look(first);
        }

        /** Goes on to the first row of another stream; whether there is one. */
        boolean follow(ResultSet rows) throws SQLException {
            while (rows.next()) {
                if (!rows.getString("stream").equals(stream)) {
                    return true;
                }
                LoggedRow row = LoggedRow.of(rows);
                if (row.no() != last.no() + 1) {
                    tell(row.month() + "/" + stream + "/" + (last.no() + 1), FlawKind.MISSING);
                } else if (!Arrays.equals(row.previous(), last.hash())) {
                    tell(row.name(), FlawKind.OUT_OF_CHAIN);
                }
                look(row);
                last = row;
            }
            return false;
        }

        void end(Head head) {
            if (head.no > last.no()) {
                tell(last.month() + "/" + stream + "/" + (last.no() + 1), FlawKind.MISSING);
            } else if (head.no < last.no() || !Arrays.equals(head.hash, last.hash())) {
                tell(last.name(), FlawKind.CHAIN_END);
            }
        }

        private void look(LoggedRow row) {
            entries++;
            decisions += row.entry().decisions();
            if (!Arrays.equals(row.expectedHash(), row.hash())) {
                tell(row.name(), FlawKind.ALTERED);
                return;
            }
            FactsHash facts = new FactsHash();
            try {
                for (Line line : row.lines()) {
                    facts.add(line.facts().getBytes(StandardCharsets.UTF_8));
                }
            } catch (DataFormatException e) {
                tell(row.name(), FlawKind.UNREADABLE);
                return;
            }
            if (!Arrays.equals(facts.finish(), row.entry().facts())) {
                tell(row.name(), FlawKind.FACTS);
            }
        }
    }

    private void verifySeals(LocalDate from, LocalDate to) throws SQLException {
        byte[] previous = FactsHash.sha256().digest("anxin".getBytes(StandardCharsets.UTF_8));
        try (Statement select = connection.createStatement();
                PreparedStatement sealed = connection.prepareStatement(SEALED)) {
            select.setFetchSize(FETCHED);
            ResultSet row = select.executeQuery(SEALS);
            while (row.next()) {
                seals++;
                if (row.getLong("no") != seals || !Arrays.equals(row.getBytes("previous"), previous)) {
                    tell("seal/" + row.getLong("no"), FlawKind.SEAL_OUT_OF_CHAIN);
                    seals = row.getLong("no");
                }
                previous = row.getBytes("hash");
                if (!Arrays.equals(hash(row), previous)) {
                    tell("seal/" + row.getLong("no"), FlawKind.SEAL_ALTERED);
                }
                for (String head : row.getString("heads").lines().toList()) {
                    compare(head.split(" ", -1), from, to, sealed);
                }
                lastSeal = row.getLong("no") + " " + HexFormat.of().formatHex(previous);
            }
        }
    }

    private static byte[] hash(ResultSet seal) throws SQLException {
        Instant sealed = seal.getObject("sealed", OffsetDateTime.class).toInstant();
        String text = seal.getLong("no") + "\n" + LoggedRow.micros(sealed) + "\n" + seal.getString("heads");
        MessageDigest digest = FactsHash.sha256();
        digest.update(seal.getBytes("previous"));
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Months whose partition is gone cannot be compared. */
    private void compare(String[] head, LocalDate from, LocalDate to, PreparedStatement sealed) throws SQLException {
        LocalDate month = LocalDate.parse(head[0]);
        if (month.isBefore(from) || month.isAfter(to) || absent.contains(month)) {
            return;
        }
        sealed.setObject(1, month);
        sealed.setString(2, head[1]);
        sealed.setInt(3, Integer.parseInt(head[2]));
        ResultSet row = sealed.executeQuery();
        String name = String.join("/", head[0], head[1], head[2]);
        if (!row.next()) {
            tell(name, FlawKind.MISSING);
        } else if (!HexFormat.of().formatHex(row.getBytes(1)).equals(head[3])) {
            tell(name, FlawKind.SEALED_OTHERWISE);
        }
    }
}
