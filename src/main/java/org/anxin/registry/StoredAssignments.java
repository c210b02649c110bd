package org.anxin.registry;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.testing.Assignment;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The assignments of a range of people, with their markets and operators. */
final class StoredAssignments {
    private static final String ROW =
            "person_no, market_no, operator_no, from_on - date '1970-01-01', to_on - date '1970-01-01', category";

    private static final String MARKETS = "select no, id, type, subdistrict from markets where no = any (?)";

    /** A market that became known later is taken as it is now. */
    private static final String MARKETS_THEN = """
            select now.no, now.id, coalesce(past.type, now.type),
                case when past.no is null then now.subdistrict else past.subdistrict end
            from (select ?::timestamptz as at) k cross join markets now
            left join markets_past past on past.no = now.no and now.known_from > k.at
                and past.known_from <= k.at and k.at < past.known_to
            where now.no = any (?)""";

    private static final String OPERATORS = "select no, id from operators where no = any (?)";

    private final Known known;
    private final ResultSet rows;
    private final Map<String, String> categories = new HashMap<>();
    private final Map<Integer, Market> markets = new HashMap<>();
    private final Map<Integer, String> operators = new HashMap<>();
    private final OfPerson<Row> byPerson;

    private record Row(int market, int operator, int from, int to, String category) {}

    private record Market(String id, String type, @Nullable String subdistrict) {}

    /**
     * The assignments of a person.
     *
     * @param assignments at markets that still exist
     * @param operatorIds of each; null where none is given
     */
    record Assigned(List<Assignment> assignments, List<@Nullable String> operatorIds) {}

    StoredAssignments(Known known) throws SQLException {
        this.known = known;
        this.rows = known.rows(ROW, "assignments", "person_no, market_no, category, 4");
        readMarkets();
        readOperators();
        rows.beforeFirst();
        this.byPerson = new OfPerson<>(rows, this::row);
    }

    private Object[] numbers(int column) throws SQLException {
        Set<Integer> numbers = new HashSet<>();
        rows.beforeFirst();
        while (rows.next()) {
            int number = rows.getInt(column);
            if (!rows.wasNull()) {
                numbers.add(number);
            }
        }
        return numbers.toArray();
    }

    private void readMarkets() throws SQLException {
        PreparedStatement statement = known.prepare(known.at() == null ? MARKETS : MARKETS_THEN);
        if (known.at() != null) {
            statement.setObject(1, Known.time(known.at()));
        }
        statement.setArray(known.at() == null ? 1 : 2, known.connection().createArrayOf("int", numbers(2)));
        ResultSet found = statement.executeQuery();
        while (found.next()) {
            markets.put(found.getInt(1), new Market(found.getString(2), found.getString(3), found.getString(4)));
        }
    }

    private void readOperators() throws SQLException {
        PreparedStatement statement = known.prepare(OPERATORS);
        statement.setArray(1, known.connection().createArrayOf("int", numbers(3)));
        ResultSet found = statement.executeQuery();
        while (found.next()) {
            operators.put(found.getInt(1), found.getString(2));
        }
    }

    private Row row(ResultSet at) throws SQLException {
        int end = Known.day(at, 5, Days.OPEN);
        return new Row(at.getInt(2), at.getInt(3), at.getInt(4), end, category(at.getString(6)));
    }

    private String category(String word) {
        String same = categories.putIfAbsent(word, word);
        return same == null ? word : same;
    }

    /** The assignments of one person. People are asked for in order of their numbers. */
    Assigned of(long person) throws SQLException {
        List<Row> all = byPerson.of(person);
        List<Assignment> assignments = new ArrayList<>(all.size());
        List<@Nullable String> operatorIds = new ArrayList<>(all.size());
        for (Row row : all) {
            Market market = markets.get(row.market);
            if (market != null) {
                assignments.add(
                        new Assignment(market.id, market.type, market.subdistrict, row.category, row.from, row.to));
                operatorIds.add(operators.get(row.operator));
            }
        }
        return new Assigned(Collections.unmodifiableList(assignments), Collections.unmodifiableList(operatorIds));
    }
}
