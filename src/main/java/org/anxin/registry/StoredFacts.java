package org.anxin.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads people with everything that deciding them needs (SPEC section 7). */
public final class StoredFacts {
    private static final String ABSENCE = "person_no, from_on - date '1970-01-01', to_on - date '1970-01-01'";
    private static final int NO_OPERATOR = 0;
    private static final long NOBODY = -1;

    private final Known known;
    private final StoredMarkets markets;
    private final StoredSamples samples;
    private final OfPerson<Absence> absences;
    private final SharedWords categories = new SharedWords();
    private final List<Read> people = new ArrayList<>();

    /** The person whose rows are being read. */
    private long no = NOBODY;

    private String id = "";
    private int releasedOn;
    private List<Sample> taken = List.of();
    private final List<Assignment> assignments = new ArrayList<>();
    private int[] operators = new int[4];

    /** A person whose operators are known by their numbers. */
    private record Read(long no, Person facts, int[] operators) {}

    private StoredFacts(Known known) throws SQLException {
        this.known = known;
        this.markets = new StoredMarkets(known);
        this.samples = new StoredSamples(known);
        this.absences = new OfPerson<>(known.rows(ABSENCE, "absences", "1, 2"), StoredFacts::absence);
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(row.getInt(2), Known.day(row, 3, Days.OPEN));
    }

    /**
     * All people of a range that have any assignment, past, present or future, in order of their numbers. For one person,
     * {@code high} is {@code low + 1}. Everything is read into memory, so a range has some ten thousand people at most.
     * Whoever wants facts of one moment begins a transaction that reads repeatably.
     *
     * @param low first number of a person
     * @param high number after the last
     * @param knownAt what was known then; null for what is known now
     */
    public static List<StoredPerson> read(Connection connection, long low, long high, @Nullable Instant knownAt)
            throws SQLException {
        return read(connection, low, high, knownAt, new OperatorIds());
    }

    /**
     * The same for whoever reads many ranges.
     *
     * @param operators of the same database, remembered from range to range
     */
    public static List<StoredPerson> read(
            Connection connection, long low, long high, @Nullable Instant knownAt, OperatorIds operators)
            throws SQLException {
        StoredFacts facts = new StoredFacts(new Known(connection, low, high, knownAt));
        try (CopiedRows rows = new CopiedRows(connection, new PeopleQuery(low, high, knownAt).sql())) {
            facts.readPeople(rows);
        }
        return facts.withOperators(operators);
    }

    private void readPeople(CopiedRows rows) throws SQLException {
        while (rows.next()) {
            long person = rows.bigint();
            if (person == no) {
                // Another assignment of the same person.
                rows.skip();
                rows.skip();
                rows.skip();
            } else {
                finish();
                begin(person, rows);
            }
            addAssignment(rows);
        }
        finish();
    }

    private void begin(long person, CopiedRows rows) throws SQLException {
        no = person;
        id = rows.text();
        releasedOn = rows.day(Days.NONE);
        taken = samples.of(person, rows);
        assignments.clear();
    }

    /** An assignment at a market that exists no more cannot be named. */
    private void addAssignment(CopiedRows rows) {
        StoredMarkets.@Nullable Market market = markets.of(rows.integer(0));
        int operator = rows.integer(NO_OPERATOR);
        int from = rows.day(Days.NONE);
        int to = rows.day(Days.OPEN);
        String category = rows.word(categories);
        if (market != null) {
            if (assignments.size() == operators.length) {
                operators = Arrays.copyOf(operators, 2 * operators.length);
            }
            operators[assignments.size()] = operator;
            assignments.add(new Assignment(market.id(), market.type(), market.subdistrict(), category, from, to));
        }
    }

    private void finish() throws SQLException {
        if (no != NOBODY && !assignments.isEmpty()) {
            Person facts = new Person(id, List.copyOf(assignments), taken, absences.of(no), releasedOn);
            people.add(new Read(no, facts, Arrays.copyOf(operators, assignments.size())));
        }
    }

    private List<StoredPerson> withOperators(OperatorIds all) throws SQLException {
        List<int[]> numbers = new ArrayList<>(people.size());
        for (Read read : people) {
            numbers.add(read.operators);
        }
        @Nullable String[] ids = all.of(known.connection(), numbers);
        List<StoredPerson> named = new ArrayList<>(people.size());
        for (Read read : people) {
            named.add(new StoredPerson(read.no, read.facts, named(read.operators, ids)));
        }
        return named;
    }

    private static List<@Nullable String> named(int[] operators, @Nullable String[] ids) {
        if (operators.length == 1) {
            return Collections.singletonList(named(operators[0], ids));
        }
        List<@Nullable String> named = new ArrayList<>(operators.length);
        for (int operator : operators) {
            named.add(named(operator, ids));
        }
        return Collections.unmodifiableList(named);
    }

    private static @Nullable String named(int operator, @Nullable String[] ids) {
        return operator == NO_OPERATOR ? null : ids[operator];
    }
}
