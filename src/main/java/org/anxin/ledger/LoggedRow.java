package org.anxin.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * A row of the decision log, as stored: an {@link Entry} in its place in a chain.
 *
 * @param month the month of UTC in which it was recorded, by its first day
 * @param no its place in the chain of its stream and month, from 1
 * @param knownAt when the facts of a sweep were known; null for others
 * @param previous hash of the row before
 */
public record LoggedRow(
        LocalDate month,
        String stream,
        int no,
        Entry entry,
        @Nullable Instant knownAt,
        Instant recorded,
        String actor,
        String request,
        byte[] previous,
        byte[] hash) {

    /** What to select from {@code decision_log}. */
    static final String COLUMNS =
            "month, stream, no, kind, day, ruleset, known_at, recorded, actor, request, low, high,"
                    + " subjects, decisions, facts, body, previous, hash";

    /** The row of {@link #COLUMNS}. */
    static LoggedRow of(ResultSet row) throws SQLException {
        OffsetDateTime knownAt = row.getObject("known_at", OffsetDateTime.class);
        return new LoggedRow(
                row.getObject("month", LocalDate.class),
                row.getString("stream"),
                row.getInt("no"),
                entry(row),
                knownAt == null ? null : knownAt.toInstant(),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("request"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                LogKind.valueOf(row.getString("kind")),
                (int) row.getObject("day", LocalDate.class).toEpochDay(),
                row.getString("ruleset"),
                row.getLong("low"),
                row.getLong("high"),
                List.of((String[]) row.getArray("subjects").getArray()),
                row.getInt("decisions"),
                row.getBytes("facts"),
                row.getBytes("body"));
    }

    /** By what reports name it: {@code 2022-04-01/batch/17/2}. */
    public String name() {
        return month + "/" + stream + "/" + no;
    }

    /** The hash that a row must have that says this and comes after {@link #previous}. */
    byte[] expectedHash() {
        MessageDigest digest = FactsHash.sha256();
        digest.update(previous);
        digest.update(header().getBytes(StandardCharsets.UTF_8));
        return digest.digest(entry.body());
    }

    /** As the function {@code decision_header} of the database writes it. */
    private String header() {
        return String.join(
                "\n",
                month.toString(),
                stream,
                Integer.toString(no),
                entry.kind().name(),
                LocalDate.ofEpochDay(entry.day()).toString(),
                entry.ruleset(),
                knownAt == null ? "-" : micros(knownAt),
                micros(recorded),
                actor,
                request,
                Long.toString(entry.low()),
                Long.toString(entry.high()),
                String.join(" ", entry.subjects()),
                Integer.toString(entry.decisions()),
                HexFormat.of().formatHex(entry.facts()),
                Integer.toString(entry.body().length),
                "");
    }

    static String micros(Instant time) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    /** The first {@code previous} of a chain. */
    static byte[] genesis(LocalDate month, String stream) {
        return FactsHash.sha256().digest((month + " " + stream).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The decisions.
     *
     * @throws DataFormatException if the body is not what was written
     */
    public List<Line> lines() throws DataFormatException {
        String text = new String(Compressed.read(entry.body()), StandardCharsets.UTF_8);
        List<Line> lines = new ArrayList<>(entry.decisions());
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                throw new DataFormatException("the last line has no end");
            }
            lines.add(Line.of(text.substring(at, end)));
            at = end + 1;
        }
        return lines;
    }
}
