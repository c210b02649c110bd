package org.anxin.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.jspecify.annotations.Nullable;

/**
 * Makes people of rows that have everything about a person, in Spark's own form of rows, where a day is an int and nothing
 * has been made an object yet. For one thread.
 */
final class WideRows {
    /** The columns that are read, in order. */
    static final String[] COLUMNS = {"no", "id", "released_on", "assignments", "absences", "samples"};

    private static final int ASSIGNMENT = 7;
    private static final int PAIR = 2;

    private final Texts texts = new Texts();

    StoredPerson person(InternalRow row) {
        ArrayData assignments = row.getArray(3);
        int count = assignments.numElements();
        List<Assignment> posts = new ArrayList<>(count);
        List<@Nullable String> operators = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            InternalRow one = assignments.getStruct(i, ASSIGNMENT);
            posts.add(assignment(one));
            operators.add(text(one, 4));
        }
        String id = row.getUTF8String(1).toString();
        Person facts =
                new Person(id, posts, samples(row.getArray(5)), absences(row.getArray(4)), day(row, 2, Days.NONE));
        return new StoredPerson(row.getLong(0), facts, Collections.unmodifiableList(operators));
    }

    private Assignment assignment(InternalRow one) {
        return new Assignment(
                word(one, 0), word(one, 1), text(one, 2), word(one, 3), one.getInt(5), day(one, 6, Days.OPEN));
    }

    private List<Sample> samples(ArrayData rows) {
        Sample[] samples = new Sample[rows.numElements()];
        for (int i = 0; i < samples.length; i++) {
            InternalRow one = rows.getStruct(i, PAIR);
            samples[i] = new Sample(one.getInt(0), word(one, 1));
        }
        return List.of(samples);
    }

    private static List<Absence> absences(ArrayData rows) {
        int count = rows.numElements();
        if (count == 0) {
            return List.of();
        }
        List<Absence> absences = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            InternalRow one = rows.getStruct(i, PAIR);
            absences.add(new Absence(one.getInt(0), day(one, 1, Days.OPEN)));
        }
        return absences;
    }

    private String word(InternalRow row, int column) {
        return Objects.requireNonNull(texts.of(row.getUTF8String(column)));
    }

    private @Nullable String text(InternalRow row, int column) {
        return row.isNullAt(column) ? null : texts.of(row.getUTF8String(column));
    }

    private static int day(InternalRow row, int column, int missing) {
        return row.isNullAt(column) ? missing : row.getInt(column);
    }
}
