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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/** Follows the chain of seals, and compares each with what it sealed. */
final class SealCheck {
    private static final int FETCHED = 200;
    private static final String SEALS = "select no, sealed, heads, previous, hash from decision_seals order by no";
    private static final String SEALED = "select hash from decision_log where month = ? and stream = ? and no = ?";

    private final Flaws flaws;
    private final Predicate<LocalDate> isThere;
    private long seals;
    private String last = "";

    /** @param isThere whether the entries of a month can be compared */
    SealCheck(Flaws flaws, Predicate<LocalDate> isThere) {
        this.flaws = flaws;
        this.isThere = isThere;
    }

    long seals() {
        return seals;
    }

    /** Number and hash of the last one; empty if there is none. */
    String last() {
        return last;
    }

    void check(Connection connection) throws SQLException {
        byte[] previous = FactsHash.sha256().digest("anxin".getBytes(StandardCharsets.UTF_8));
        try (Statement select = connection.createStatement();
                PreparedStatement sealed = connection.prepareStatement(SEALED)) {
            select.setFetchSize(FETCHED);
            ResultSet row = select.executeQuery(SEALS);
            while (row.next()) {
                long no = row.getLong("no");
                if (no != seals + 1 || !Arrays.equals(row.getBytes("previous"), previous)) {
                    flaws.add("seal/" + no, FlawKind.SEAL_OUT_OF_CHAIN);
                }
                seals = no;
                previous = row.getBytes("hash");
                if (!Arrays.equals(hash(row), previous)) {
                    flaws.add("seal/" + no, FlawKind.SEAL_ALTERED);
                }
                for (String head : row.getString("heads").lines().toList()) {
                    compare(List.of(head.split(" ", -1)), sealed);
                }
                last = no + " " + HexFormat.of().formatHex(previous);
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

    /** @param head month, stream, number, hash */
    private void compare(List<String> head, PreparedStatement sealed) throws SQLException {
        LocalDate month = LocalDate.parse(head.get(0));
        if (!isThere.test(month)) {
            return;
        }
        sealed.setObject(1, month);
        sealed.setString(2, head.get(1));
        sealed.setInt(3, Integer.parseInt(head.get(2)));
        ResultSet row = sealed.executeQuery();
        String name = String.join("/", head.subList(0, 3));
        if (!row.next()) {
            flaws.add(name, FlawKind.MISSING);
        } else if (!HexFormat.of().formatHex(row.getBytes(1)).equals(head.get(3))) {
            flaws.add(name, FlawKind.SEALED_OTHERWISE);
        }
    }
}
