package org.anxin.registry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.personal.PersonalField;
import org.anxin.personal.Sealing;

/** The names of people and operators of a list; personal data. */
@Singleton
public class Names {
    private final DataSource database;
    private final Sealing sealing;

    /**
     * Reads names.
     *
     * @param database with the registry
     * @param sealing of people's names
     */
    public Names(DataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    private interface Reading {
        String name(ResultSet row) throws SQLException;
    }

    /** The names of people by id; whoever has none is left out. */
    public Map<String, String> people(Collection<String> ids) throws SQLException {
        return read(
                "select id, name from people where name is not null and id = any (?)",
                ids,
                row -> Objects.requireNonNull(sealing.open(PersonalField.NAME, row.getString(1), row.getBytes(2))));
    }

    /** The names of operators by id. */
    public Map<String, String> operators(Collection<String> ids) throws SQLException {
        return read("select id, name from operators where id = any (?)", ids, row -> row.getString(2));
    }

    private Map<String, String> read(String sql, Collection<String> ids, Reading reading) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", ids.toArray()));
            Map<String, String> names = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), reading.name(row));
                }
            }
            return names;
        }
    }
}
