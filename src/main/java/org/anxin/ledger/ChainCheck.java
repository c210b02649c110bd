package org.anxin.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Follows the rows of one stream and month from the first to where they must end. */
final class ChainCheck {
    private final Flaws flaws;
    private final String stream;
    private LoggedRow last;
    private long entries;
    private long decisions;

    /** @param first the first row that is there */
    ChainCheck(LoggedRow first, Flaws flaws) {
        this.flaws = flaws;
        stream = first.stream();
        last = first;
        if (first.no() > 1) {
            flaws.add(first.month() + "/" + stream + "/1", FlawKind.MISSING);
        } else if (!Arrays.equals(first.previous(), LoggedRow.genesis(first.month(), stream))) {
            flaws.add(first.name(), FlawKind.OUT_OF_CHAIN);
        }
        look(first);
    }

    /** Where a chain must end. */
    record Head(String stream, int no, byte[] hash) {
        /** The next one, null if there is none. */
        static @Nullable Head next(ResultSet row) throws SQLException {
            return row.next() ? new Head(row.getString(1), row.getInt(2), row.getBytes(3)) : null;
        }
    }

    String stream() {
        return stream;
    }

    /** The last row that is there. */
    String lastName() {
        return last.name();
    }

    long entries() {
        return entries;
    }

    long decisions() {
        return decisions;
    }

    /** Goes on to the first row of another stream; whether there is one. */
    boolean follow(ResultSet rows) throws SQLException {
        while (rows.next()) {
            if (!rows.getString("stream").equals(stream)) {
                return true;
            }
            LoggedRow row = LoggedRow.of(rows);
            if (row.no() != last.no() + 1) {
                flaws.add(row.month() + "/" + stream + "/" + (last.no() + 1), FlawKind.MISSING);
            } else if (!Arrays.equals(row.previous(), last.hash())) {
                flaws.add(row.name(), FlawKind.OUT_OF_CHAIN);
            }
            look(row);
            last = row;
        }
        return false;
    }

    /** Compares the last row with where the chain must end. */
    void end(Head head) {
        if (head.no > last.no()) {
            flaws.add(last.month() + "/" + stream + "/" + (last.no() + 1), FlawKind.MISSING);
        } else if (head.no < last.no() || !Arrays.equals(head.hash, last.hash())) {
            flaws.add(last.name(), FlawKind.CHAIN_END);
        }
    }

    private void look(LoggedRow row) {
        entries++;
        decisions += row.entry().decisions();
        if (!Arrays.equals(row.expectedHash(), row.hash())) {
            flaws.add(row.name(), FlawKind.ALTERED);
            return;
        }
        FactsHash facts = new FactsHash();
        try {
            for (Line line : row.lines()) {
                facts.add(line.facts().getBytes(StandardCharsets.UTF_8));
            }
        } catch (DataFormatException e) {
            flaws.add(row.name(), FlawKind.UNREADABLE);
            return;
        }
        if (!Arrays.equals(facts.finish(), row.entry().facts())) {
            flaws.add(row.name(), FlawKind.FACTS);
        }
    }
}
