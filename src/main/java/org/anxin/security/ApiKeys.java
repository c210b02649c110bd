package org.anxin.security;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The keys of machines, as stored. */
@Singleton
public final class ApiKeys {
    private static final String COLUMNS =
            "id, name, roles, markets, made, made_by, expires_on, revoked, revoked_by, last_used_on, hash";
    private static final String ALL = "select " + COLUMNS + " from api_keys order by made, id";
    private static final String ONE = "select " + COLUMNS + " from api_keys where id = ?";
    private static final String MAKE = "insert into api_keys (id, hash, name, roles, markets, made_by, expires_on)"
            + " values (?, ?, ?, ?, ?, ?, ?) returning " + COLUMNS;
    private static final String REVOKE = "update api_keys set revoked = coalesce(revoked, statement_timestamp()),"
            + " revoked_by = coalesce(revoked_by, ?) where id = ? returning " + COLUMNS;
    private static final String USED =
            "update api_keys set last_used_on = ? where id = any(?) and (last_used_on is null or last_used_on < ?)";
    private static final int HASH = 11;

    private final DataSource database;

    /** @param database where they are */
    public ApiKeys(DataSource database) {
        this.database = database;
    }

    /**
     * What a new key is to be.
     *
     * @param name what it is for
     * @param expiresOn its last day, as an epoch day
     */
    public record Wanted(String name, Set<Role> roles, Set<String> markets, int expiresOn) {}

    /**
     * A key that was made.
     *
     * @param secret the key itself, which nobody can read again
     */
    public record Made(ApiKey key, String secret) {}

    /** What a node knows of a key: what was stored, and what proves that somebody has it. */
    record Known(ApiKey key, byte[] hash) {}

    /** Makes a key. */
    public Made make(Wanted wanted, String actor) throws SQLException {
        Secret secret = Secret.fresh();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(MAKE)) {
            insert.setString(1, secret.id());
            insert.setBytes(2, secret.hash());
            insert.setString(3, wanted.name());
            insert.setArray(
                    4, texts(connection, wanted.roles().stream().map(Role::code).toList()));
            insert.setArray(5, texts(connection, wanted.markets()));
            insert.setString(6, actor);
            insert.setDate(7, date(wanted.expiresOn()));
            return new Made(read(insert).get(0).key(), secret.text());
        }
    }

    /** All keys, the oldest first, those that were revoked or have expired too. */
    public List<ApiKey> all() throws SQLException {
        return known().stream().map(Known::key).toList();
    }

    List<Known> known() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
            return read(select);
        }
    }

    /** A key, or null if there is none. */
    public @Nullable ApiKey find(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setString(1, id);
            return first(select);
        }
    }

    /** Ends a key; one that was ended stays as it was. Null if there is none. */
    public @Nullable ApiKey revoke(String id, String actor) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(REVOKE)) {
            update.setString(1, actor);
            update.setString(2, id);
            return first(update);
        }
    }

    /** These were used today. */
    void used(Collection<String> ids, int today) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(USED)) {
            update.setDate(1, date(today));
            update.setArray(2, texts(connection, ids));
            update.setDate(3, date(today));
            update.executeUpdate();
        }
    }

    private static @Nullable ApiKey first(PreparedStatement statement) throws SQLException {
        List<Known> found = read(statement);
        return found.isEmpty() ? null : found.get(0).key();
    }

    private static List<Known> read(PreparedStatement statement) throws SQLException {
        List<Known> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Known(key(row), row.getBytes(HASH)));
            }
        }
        return found;
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : (String[]) row.getArray("roles").getArray()) {
            Role role = Role.of(code);
            // A role that a later version knows opens nothing here.
            if (role != null) {
                roles.add(role);
            }
        }
        OffsetDateTime revoked = row.getObject("revoked", OffsetDateTime.class);
        LocalDate used = row.getObject("last_used_on", LocalDate.class);
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                roles,
                Set.of((String[]) row.getArray("markets").getArray()),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                (int) row.getObject("expires_on", LocalDate.class).toEpochDay(),
                revoked == null ? null : revoked.toInstant(),
                row.getString("revoked_by"),
                used == null ? Days.NONE : (int) used.toEpochDay());
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static Date date(int day) {
        return Date.valueOf(LocalDate.ofEpochDay(day));
    }
}
