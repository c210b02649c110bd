package org.anxin.sweep;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the suspensions of a person, with their history. */
@Singleton
public class SuspensionHistory {
    private static final String OF = """
            select action, rules, opened.id, opened.as_of - date '1970-01-01',
                   array(select day - date '1970-01-01' from unnest(opened_samples) day order by day),
                   lifted.id, lifted.as_of - date '1970-01-01',
                   array(select day - date '1970-01-01' from unnest(lifted_samples) day order by day)
            from suspensions
            join sweeps opened on opened.no = opened_sweep
            left join sweeps lifted on lifted.no = lifted_sweep
            where person_no = ? order by opened_sweep
            """;

    private final DataSource database;

    /** @param database where runs open and lift them */
    public SuspensionHistory(DataSource database) {
        this.database = database;
    }

    /**
     * The suspensions of a person, in the order in which they were opened.
     *
     * @return null if there is no such person
     */
    public @Nullable List<Suspension> of(String personId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select no from people where id = ?")) {
            query.setString(1, personId);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? of(connection, found.getLong(1)) : null;
            }
        }
    }

    private static List<Suspension> of(Connection connection, long personNo) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF)) {
            query.setLong(1, personNo);
            List<Suspension> suspensions = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    List<String> rules = List.of((String[]) found.getArray(2).getArray());
                    Suspension.Turn opened = new Suspension.Turn(found.getString(3), found.getInt(4), days(found, 5));
                    suspensions.add(new Suspension(found.getString(1), rules, opened, lifted(found)));
                }
            }
            return suspensions;
        }
    }

    private static Suspension.@Nullable Turn lifted(ResultSet found) throws SQLException {
        String sweep = found.getString(6);
        return sweep == null ? null : new Suspension.Turn(sweep, found.getInt(7), days(found, 8));
    }

    private static List<Integer> days(ResultSet found, int column) throws SQLException {
        return Arrays.asList((Integer[]) found.getArray(column).getArray());
    }
}
