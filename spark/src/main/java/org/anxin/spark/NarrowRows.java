package org.anxin.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * Makes people of rows of all narrow tables that come person by person. Of whoever has no assignment there is nothing to
 * decide; whoever has one and no id is left out, so that the proof fails: nobody is told of somebody without a name. For one
 * thread.
 */
final class NarrowRows implements Iterator<StoredPerson> {
    private static final int PERSON = 0;
    private static final int ASSIGNMENT = 1;
    private static final int ABSENCE = 2;
    private static final int TEXT = 4;

    private final Iterator<InternalRow> rows;
    private final Texts texts = new Texts();
    private @Nullable InternalRow row;
    private @Nullable StoredPerson next;

    NarrowRows(Iterator<InternalRow> rows) {
        this.rows = rows;
        advance();
    }

    private void advance() {
        row = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (next == null && row != null) {
            next = read(row.getLong(0));
        }
        return next != null;
    }

    @Override
    public StoredPerson next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StoredPerson person = Objects.requireNonNull(next);
        next = null;
        return person;
    }

    /** All rows of one person; null if there is no assignment among them, or no id. */
    private @Nullable StoredPerson read(long no) {
        String id = "";
        int releasedOn = Days.NONE;
        List<Assignment> assignments = new ArrayList<>(1);
        List<@Nullable String> operators = new ArrayList<>(1);
        List<Absence> absences = new ArrayList<>(0);
        List<Sample> samples = new ArrayList<>();
        while (row != null && row.getLong(0) == no) {
            switch (row.getInt(1)) {
                case PERSON -> {
                    id = row.getUTF8String(TEXT).toString();
                    releasedOn = day(row, 2, Days.NONE);
                }
                case ASSIGNMENT -> {
                    assignments.add(assignment(row));
                    operators.add(text(row, TEXT + 4));
                }
                case ABSENCE -> absences.add(new Absence(row.getInt(2), day(row, 3, Days.OPEN)));
                default -> samples.add(new Sample(row.getInt(2), word(row, TEXT)));
            }
            advance();
        }
        return assignments.isEmpty() || id.isEmpty()
                ? null
                : new StoredPerson(no, new Person(id, assignments, samples, absences, releasedOn), operators);
    }

    private Assignment assignment(InternalRow one) {
        return new Assignment(
                word(one, TEXT),
                word(one, TEXT + 1),
                text(one, TEXT + 2),
                word(one, TEXT + 3),
                one.getInt(2),
                day(one, 3, Days.OPEN));
    }

    private String word(InternalRow one, int column) {
        return Objects.requireNonNull(text(one, column));
    }

    private @Nullable String text(InternalRow one, int column) {
        return one.isNullAt(column) ? null : texts.of(one.getUTF8String(column));
    }

    private static int day(InternalRow one, int column, int missing) {
        return one.isNullAt(column) ? missing : one.getInt(column);
    }
}
