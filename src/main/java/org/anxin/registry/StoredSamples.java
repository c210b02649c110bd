package org.anxin.registry;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.testing.Sample;

/**
 * The samples of a range of people: in one value each, where that is up to date and what is known now is asked for, else
 * row by row.
 */
final class StoredSamples {
    private static final String ROW = "person_no, taken_on - date '1970-01-01', result";
    private static final int RESULT_BITS = 8;
    private static final int RESULT_MASK = 0xFF;

    /** Most samples of a range are of a few hundred days and results: each is made once. */
    private static final int SHARED = 4096;

    private final Sample[] shared = new Sample[SHARED];
    private final String[] words = new String[RESULT_MASK + 1];
    private final boolean packed;
    private final OfPerson<Sample> byRow;

    /** Whose packed value is not up to date. */
    private final Set<Long> changed = new HashSet<>();

    StoredSamples(Known known) throws SQLException {
        packed = known.at() == null;
        if (packed) {
            readWords(known);
            findChanged(known);
            byRow = new OfPerson<>(changedRows(known), StoredSamples::sample);
        } else {
            byRow = new OfPerson<>(known.rows(ROW, "samples", "1, 2, 3"), StoredSamples::sample);
        }
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

    private static Sample sample(ResultSet rows) throws SQLException {
        return new Sample(rows.getInt(2), rows.getString(3));
    }

    /**
     * The samples of one person, by day. People are asked for in order of their numbers.
     *
     * @param row at the field with the packed samples
     */
    List<Sample> of(long person, CopiedRows row) throws SQLException {
        if (!packed || !changed.isEmpty() && changed.contains(person)) {
            row.skip();
            return byRow.of(person);
        }
        Sample[] samples = new Sample[row.bytes() / Integer.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = shared(row.int32());
        }
        return List.of(samples);
    }

    /** Four bytes a sample: the day times 256, plus the number of the result. */
    private Sample shared(int value) {
        int day = value >> RESULT_BITS;
        String result = words[value & RESULT_MASK];
        int slot = (value ^ value >> 12) & SHARED - 1;
        Sample there = shared[slot];
        if (there == null || there.takenOn() != day || !there.result().equals(result)) {
            there = new Sample(day, result);
            shared[slot] = there;
        }
        return there;
    }
}
