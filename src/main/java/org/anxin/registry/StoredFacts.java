package org.anxin.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.anxin.testing.Absence;
import org.anxin.testing.Person;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Reads people with everything that deciding them needs (SPEC section 7). It reads a table at a time for the whole range
 * and puts the rows together here, which costs a third of what a join with eleven samples a person does.
 */
public final class StoredFacts {
    private static final String PEOPLE =
            "select no, id, released_on - date '1970-01-01' from people" + " where no >= ? and no < ? order by no";

    /** Whoever became known later is there all the same: without an assignment known then, nobody is decided. */
    private static final String PEOPLE_THEN = """
            select now.no, now.id, (select r.released_on from (
                select now.released_on, now.known_from, timestamptz 'infinity' as known_to
                union all
                select past.released_on, past.known_from, past.known_to from people_past past where past.no = now.no) r
                where r.known_from <= k.at and k.at < r.known_to) - date '1970-01-01'
            from people now cross join (select ?::timestamptz as at) k
            where now.no >= ? and now.no < ? order by now.no""";

    private final Known known;
    private final StoredAssignments assignments;
    private final StoredSamples samples;
    private final OfPerson<Absence> absences;

    private StoredFacts(Known known) throws SQLException {
        this.known = known;
        this.assignments = new StoredAssignments(known);
        this.samples = new StoredSamples(known);
        this.absences = new OfPerson<>(
                known.rows("person_no, from_on - date '1970-01-01', to_on - date '1970-01-01'", "absences", "1, 2"),
                StoredFacts::absence);
    }

    /**
     * All people of a range that have any assignment, past, present or future, in order of their numbers. For one person,
     * {@code high} is {@code low + 1}. Everything is read in memory, so a range has some ten thousand people at most.
     * Whoever wants facts of one moment begins a transaction that reads repeatably.
     *
     * @param low first number of a person
     * @param high number after the last
     * @param knownAt what was known then; null for what is known now
     */
    public static List<StoredPerson> read(Connection connection, long low, long high, @Nullable Instant knownAt)
            throws SQLException {
        return new StoredFacts(new Known(connection, low, high, knownAt)).people();
    }

    private List<StoredPerson> people() throws SQLException {
        List<StoredPerson> people = new ArrayList<>();
        ResultSet rows = rows();
        while (rows.next()) {
            long no = rows.getLong(1);
            StoredAssignments.Assigned assigned = assignments.of(no);
            if (!assigned.assignments().isEmpty()) {
                int releasedOn = Known.day(rows, 3, Days.NONE);
                Person facts = new Person(
                        rows.getString(2), assigned.assignments(), samples.of(no), absences.of(no), releasedOn);
                people.add(new StoredPerson(no, facts, assigned.operatorIds()));
            }
        }
        return people;
    }

    private ResultSet rows() throws SQLException {
        if (known.at() == null) {
            return known.range(known.prepare(PEOPLE), 1).executeQuery();
        }
        PreparedStatement statement = known.prepare(PEOPLE_THEN);
        statement.setObject(1, Known.time(known.at()));
        return known.range(statement, 2).executeQuery();
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(row.getInt(2), Known.day(row, 3, Days.OPEN));
    }
}
