package org.anxin.registry;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.testing.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a range of people: in one value each, where that is up to date and what is known now is asked for, else
 * row by row.
 */
final class StoredSamples {
    private static final String ROW = "person_no, taken_on - date '1970-01-01', result";
    private static final int RESULT_BITS = 8;
    private static final int RESULT_MASK = 0xFF;

    /** Most samples of a shard are of a few hundred days and results: each is made once. */
    private static final int SHARED = 4096;

    private final Sample[] shared = new Sample[SHARED];
    private final String[] words = new String[RESULT_MASK + 1];
    private final OfPerson<Sample> byRow;
    private final @Nullable OfPerson<List<Sample>> packed;

    /** Whose packed value is not up to date. */
    private final Set<Long> changed = new HashSet<>();

    StoredSamples(Known known) throws SQLException {
        if (known.at() != null) {
            byRow = new OfPerson<>(known.rows(ROW, "samples", "1, 2, 3"), this::sample);
            packed = null;
            return;
        }
        readWords(known);
        findChanged(known);
        byRow = new OfPerson<>(changedRows(known), this::sample);
        packed = new OfPerson<>(known.rows("person_no, packed", "sampled", "person_no"), this::samples);
    }

    private void readWords(Known known) throws SQLException {
        ResultSet rows =
                known.prepare("select no, word from result_words order by no").executeQuery();
        while (rows.next()) {
            words[rows.getInt(1)] = rows.getString(2);
        }
    }

    private void findChanged(Known known) throws SQLException {
        ResultSet rows = known.range(
                        known.prepare("select distinct person_no from sample_changes"
                                + " where person_no >= ? and person_no < ?"),
                        1)
                .executeQuery();
        while (rows.next()) {
            changed.add(rows.getLong(1));
        }
    }

    private ResultSet changedRows(Known known) throws SQLException {
        PreparedStatement statement =
                known.prepare("select " + ROW + " from samples where person_no = any (?) order by 1, 2, 3");
        statement.setArray(1, known.connection().createArrayOf("bigint", changed.toArray()));
        return statement.executeQuery();
    }

    /** The samples of one person, by day. People are asked for in order of their numbers. */
    List<Sample> of(long person) throws SQLException {
        if (packed == null || changed.contains(person)) {
            return byRow.of(person);
        }
        List<List<Sample>> one = packed.of(person);
        return one.isEmpty() ? List.of() : one.get(0);
    }

    private Sample sample(ResultSet rows) throws SQLException {
        return new Sample(rows.getInt(2), rows.getString(3));
    }

    /** Four bytes a sample: the day times 256, plus the number of the result. */
    private List<Sample> samples(ResultSet rows) throws SQLException {
        byte[] bytes = rows.getBytes(2);
        Sample[] samples = new Sample[bytes.length / Integer.BYTES];
        for (int i = 0, at = 0; i < samples.length; i++, at += Integer.BYTES) {
            samples[i] = shared(bytes[at] << 24
                    | (bytes[at + 1] & 0xFF) << 16
                    | (bytes[at + 2] & 0xFF) << 8
                    | bytes[at + 3] & 0xFF);
        }
        return List.of(samples);
    }

    private Sample shared(int value) {
        int day = value >> RESULT_BITS;
        String result = words[value & RESULT_MASK];
        int slot = value & SHARED - 1 ^ value >> 12 & SHARED - 1;
        Sample there = shared[slot];
        if (there == null || there.takenOn() != day || !there.result().equals(result)) {
            there = new Sample(day, result);
            shared[slot] = there;
        }
        return there;
    }
}
