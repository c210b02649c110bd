package org.anxin.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the audit log, page by page. Triggers of the database write it, whoever changes a table. */
@Singleton
public class AuditLog {
    /** Numbers under which a record is, or was when it was there. */
    private static final String NUMBERS = """
            select coalesce(range_agg(touched), '{}')::text from (
                select int8multirange(int8range(about('person', no), about('person', no), '[]')) as touched
                from people where id = ?
                union all
                select int8multirange(int8range(about('operator', no), about('operator', no), '[]')) from operators where id = ?
                union all
                select int8multirange(int8range(about('market', no), about('market', no), '[]')) from markets where id = ?
                union all
                select int8multirange(int8range(about('batch', no), about('batch', no), '[]')) from batches where id = ?
                union all
                select touched from audit_log where subject = ? and action = 'DELETE' and rows = 1
                    and table_name in ('people', 'operators', 'markets')) all_numbers""";

    private final DataSource database;

    /** @param database with the log */
    public AuditLog(DataSource database) {
        this.database = database;
    }

    /**
     * Which entries are asked for; null asks for any.
     *
     * @param subject id of a record, also of one that is deleted
     * @param table name of the table
     * @param from at or after
     * @param to before
     */
    public record Wanted(
            @Nullable String subject,
            @Nullable String table,
            @Nullable String actor,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Entries after a number, at most so many. */
    public List<AuditEntry> page(Wanted wanted, long after, int limit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            StringBuilder sql = new StringBuilder("select no, at, actor, request, table_name, action, subject, rows,"
                    + " changes, known from audit_log where no > ?");
            List<Object> values = new ArrayList<>();
            values.add(after);
            if (wanted.subject != null) {
                sql.append(" and (touched && ?::int8multirange or subject = ?)");
                values.add(numbers(connection, wanted.subject));
                values.add(wanted.subject);
            }
            add(sql, values, " and table_name = ?", wanted.table);
            add(sql, values, " and actor = ?", wanted.actor);
            add(sql, values, " and at >= ?", time(wanted.from));
            add(sql, values, " and at < ?", time(wanted.to));
            sql.append(" order by no limit ?");
            values.add(limit);
            return read(connection, sql.toString(), values);
        }
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static String numbers(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NUMBERS)) {
            for (int at = 1; at <= 5; at++) {
                select.setString(at, id);
            }
            ResultSet row = select.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private static List<AuditEntry> read(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            ResultSet row = select.executeQuery();
            List<AuditEntry> entries = new ArrayList<>();
            while (row.next()) {
                entries.add(entry(row));
            }
            return entries;
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        OffsetDateTime known = row.getObject("known", OffsetDateTime.class);
        return new AuditEntry(
                row.getLong("no"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("request"),
                row.getString("table_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getInt("rows"),
                row.getString("changes"),
                known == null ? null : known.toInstant());
    }
}
