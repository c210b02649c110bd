package org.anxin.registry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The names of people and operators of a list; personal data. */
@Singleton
public class Names {
    private final DataSource database;

    /** @param database with the registry */
    public Names(DataSource database) {
        this.database = database;
    }

    /** The names of people by id; whoever has none is left out. */
    public Map<String, String> people(Collection<String> ids) throws SQLException {
        return read("select id, name from people where name is not null and id = any (?)", ids);
    }

    /** The names of operators by id. */
    public Map<String, String> operators(Collection<String> ids) throws SQLException {
        return read("select id, name from operators where id = any (?)", ids);
    }

    private Map<String, String> read(String sql, Collection<String> ids) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", ids.toArray()));
            Map<String, String> names = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), row.getString(2));
                }
            }
            return names;
        }
    }
}
