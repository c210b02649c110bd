package org.anxin.impact;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads who would be found otherwise, as a completed preview left it. */
@Singleton
public class ChangedPeople {
    private static final String PAGE = """
            select on_day - date '1970-01-01', person_no, id, changes, markets,
                before_status, before_due - date '1970-01-01', before_action, array_to_string(before_rules, ' '), before_code,
                after_status, after_due - date '1970-01-01', after_action, array_to_string(after_rules, ' '), after_code
            from impact_people join people on no = person_no
            where impact = ? and (on_day, person_no) > (date '1970-01-01' + ?, ?)
                and (? or on_day = date '1970-01-01' + ?) and changes & ? <> 0 and (?::text is null or ? = any (markets))
                and (?::text is null or before_status = ?) and (?::text is null or after_status = ?)
            order by on_day, person_no limit ?""";

    private static final String NO = "select no from people where id = ?";
    private static final int ANY_CHANGE = -1;

    private final DataSource database;

    public ChangedPeople(DataSource database) {
        this.database = database;
    }

    /**
     * Which changes are asked for.
     *
     * @param day as an epoch day; {@link Days#NONE} for all days
     * @param change kind of change; null for all
     * @param market where it counts; null for all markets
     * @param before status before, empty for whoever could not be decided; null for all
     * @param after status after, likewise
     */
    public record Filter(
            int day,
            @Nullable Change change,
            @Nullable String market,
            @Nullable String before,
            @Nullable String after) {
        /** Whatever the statuses are. */
        public Filter(int day, @Nullable Change change, @Nullable String market) {
            this(day, change, market, null, null);
        }
    }

    /**
     * Where a page begins: after this person on this day.
     *
     * @param day as an epoch day
     * @param no the person's number
     */
    public record Place(int day, long no) {
        /** Before all. */
        public static final Place BEGINNING = new Place(Days.FIRST, 0);
    }

    /** The place of a person on a day; null if there is no such person. */
    public @Nullable Place place(int day, String personId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NO)) {
            select.setString(1, personId);
            ResultSet row = select.executeQuery();
            return row.next() ? new Place(day, row.getLong(1)) : null;
        }
    }

    /**
     * Changes by day, and on a day in the order in which people were registered. Whoever was deleted since is left out.
     *
     * @param limit at most so many
     */
    public List<ChangedPerson> page(Impact impact, Filter filter, Place after, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, impact.no());
            select.setInt(2, after.day());
            select.setLong(3, after.no());
            select.setBoolean(4, filter.day() == Days.NONE);
            select.setInt(5, filter.day() == Days.NONE ? 0 : filter.day());
            select.setInt(
                    6, filter.change() == null ? ANY_CHANGE : filter.change().bit());
            select.setString(7, filter.market());
            select.setString(8, filter.market());
            select.setString(9, filter.before());
            select.setString(10, filter.before());
            select.setString(11, filter.after());
            select.setString(12, filter.after());
            select.setInt(13, limit);
            List<ChangedPerson> people = new ArrayList<>();
            ResultSet row = select.executeQuery();
            while (row.next()) {
                people.add(person(row));
            }
            return people;
        }
    }

    private static ChangedPerson person(ResultSet row) throws SQLException {
        return new ChangedPerson(
                row.getLong(2),
                row.getString(3),
                row.getInt(1),
                row.getInt(4),
                List.of((String[]) row.getArray(5).getArray()),
                side(row, 6),
                side(row, 11));
    }

    private static Side side(ResultSet row, int at) throws SQLException {
        int day = row.getInt(at + 1);
        int dueOn = row.wasNull() ? Days.NONE : day;
        return new Side(row.getString(at), dueOn, row.getString(at + 2), row.getString(at + 3), row.getString(at + 4));
    }
}
