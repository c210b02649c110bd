package org.anxin.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import javax.sql.DataSource;
import org.anxin.json.Json;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads the decision log, page by page, by month, stream and number. */
@Singleton
public class LoggedDecisions {
    private static final ObjectMapper TREES = new ObjectMapper(Json.FACTORY);
    private static final int FIRST_YEAR = 1900;

    private final DataSource database;

    /** @param database with the log */
    public LoggedDecisions(DataSource database) {
        this.database = database;
    }

    /**
     * Which entries are asked for; null, or {@link Days#NONE}, asks for any.
     *
     * @param subject id of a person or a batch
     * @param day decided for, an epoch day
     */
    public record Wanted(
            @Nullable String subject, int day, @Nullable LogKind kind) {}

    /**
     * Where an entry stands.
     *
     * @param month first day of the month in which it was recorded
     */
    public record Place(LocalDate month, String stream, int no) {
        /** Before all entries. */
        public static final Place FIRST = new Place(LocalDate.of(FIRST_YEAR, 1, 1), "", 0);
    }

    /**
     * An entry with those of its decisions that were asked for.
     *
     * @param lines all, or those about the subject
     */
    public record Found(LoggedRow row, List<Line> lines) {}

    /** Entries after a place, at most so many. */
    public List<Found> page(Wanted wanted, Place after, int limit) throws SQLException {
        List<Found> page = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            long person = wanted.subject == null ? 0 : person(connection, wanted.subject);
            Place place = after;
            while (true) {
                List<LoggedRow> rows = rows(connection, wanted, person, place, limit);
                for (LoggedRow row : rows) {
                    List<Line> lines = lines(row, wanted.subject);
                    if (!lines.isEmpty()) {
                        page.add(new Found(row, lines));
                    }
                    if (page.size() == limit) {
                        return page;
                    }
                    place = new Place(row.month(), row.stream(), row.no());
                }
                if (rows.size() < limit) {
                    return page;
                }
            }
        }
    }

    /** Rows after a place, at most so many, with all their decisions; the subject does not count. */
    public List<LoggedRow> rows(Wanted wanted, Place after, int limit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows(connection, new Wanted(null, wanted.day, wanted.kind), 0, after, limit);
        }
    }

    /** The first day of a range for which something was decided, as an epoch day; {@link Days#NONE} if there is none. */
    public int nextDay(int from, int to) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select min(day) - date '1970-01-01' from decision_log where day >= ? and day <= ?")) {
            select.setObject(1, LocalDate.ofEpochDay(from));
            select.setObject(2, LocalDate.ofEpochDay(to));
            ResultSet row = select.executeQuery();
            row.next();
            int day = row.getInt(1);
            return row.wasNull() ? Days.NONE : day;
        }
    }

    /** The person's number, 0 if nobody has this id. */
    private static long person(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select no from people where id = ?")) {
            select.setString(1, id);
            ResultSet row = select.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static List<LoggedRow> rows(Connection connection, Wanted wanted, long person, Place after, int limit)
            throws SQLException {
        StringBuilder sql = new StringBuilder("select ").append(LoggedRow.COLUMNS);
        sql.append(" from decision_log where (month, stream, no) > (?, ?, ?)");
        List<Object> values = new ArrayList<>(List.of(after.month, after.stream, after.no));
        if (wanted.day != Days.NONE) {
            sql.append(" and day = ?");
            values.add(LocalDate.ofEpochDay(wanted.day));
        }
        if (wanted.kind != null) {
            sql.append(" and kind = ?");
            values.add(wanted.kind.name());
        }
        if (wanted.subject != null) {
            sql.append(" and (subjects @> array[?::text] or kind = 'SWEEP' and int8range(low, high, '[]') @> ?)");
            values.add(wanted.subject);
            values.add(person);
        }
        sql.append(" order by month, stream, no limit ?");
        values.add(limit);
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            ResultSet row = select.executeQuery();
            List<LoggedRow> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(LoggedRow.of(row));
            }
            return rows;
        }
    }

    private static List<Line> lines(LoggedRow row, @Nullable String subject) {
        try {
            List<Line> lines = row.lines();
            return subject == null
                    ? lines
                    : lines.stream().filter(line -> isAbout(line, subject)).toList();
        } catch (DataFormatException e) {
            throw new IllegalStateException("entry " + row.name() + " cannot be read; verify the log", e);
        }
    }

    private static boolean isAbout(Line line, String subject) {
        try {
            JsonNode facts = TREES.readTree(line.facts());
            return Stream.of("/personId", "/batchId", "/person/id", "/batch/id")
                    .anyMatch(pointer -> subject.equals(facts.at(pointer).asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be read; verify the log", e);
        }
    }
}
