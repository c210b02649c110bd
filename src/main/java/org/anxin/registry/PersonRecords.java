package org.anxin.registry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anxin.personal.PersonalField;
import org.anxin.personal.Sealing;
import org.jspecify.annotations.Nullable;

/** Everything that tables hold about one person, also what they held before, for whoever has a right to know it. */
@Singleton
public class PersonRecords {
    private static final String PERSON = "select no, id, name, id_number, phone, released_on from people where id = ?";

    /** Statements by the name of what they select; each has the number of the person as its only parameter. */
    private static final Map<String, String> SECTIONS = sections();

    private final DataSource database;
    private final Sealing sealing;

    /**
     * Reads records.
     *
     * @param database with all that is stored
     * @param sealing of what tells who somebody is
     */
    public PersonRecords(DataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /**
     * What tables hold.
     *
     * @param no the person's number
     * @param sections lists of JSON objects, by name
     */
    public record Found(long no, RegisteredPerson person, Map<String, String> sections) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "Found[" + no + "]";
        }
    }

    /** All about a person, and notes that it was taken; null if there is no such person. */
    public @Nullable Found take(String id) throws SQLException {
        List<Found> found = Snapshot.of(database, connection -> read(connection, id));
        for (Found one : found) {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into person_exports (person_no) values (?)")) {
                insert.setLong(1, one.no());
                insert.executeUpdate();
            }
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** The one person, or none. */
    private List<Found> read(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PERSON)) {
            select.setString(1, id);
            ResultSet row = select.executeQuery();
            return row.next()
                    ? List.of(new Found(row.getLong("no"), person(row, id), sections(connection, row)))
                    : List.of();
        }
    }

    private RegisteredPerson person(ResultSet row, String id) throws SQLException {
        return new RegisteredPerson(
                id,
                sealing.open(PersonalField.NAME, id, row.getBytes("name")),
                sealing.open(PersonalField.ID_NUMBER, id, row.getBytes("id_number")),
                sealing.open(PersonalField.PHONE, id, row.getBytes("phone")),
                row.getObject("released_on", LocalDate.class));
    }

    private static Map<String, String> sections(Connection connection, ResultSet person) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> section : SECTIONS.entrySet()) {
            String sql = "select coalesce(json_agg(r), '[]')::text from (" + section.getValue() + ") r";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, person.getLong("no"));
                ResultSet rows = select.executeQuery();
                rows.next();
                found.put(section.getKey(), rows.getString(1));
            }
        }
        return found;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("releases", """
                select released_on as "releasedOn", known_from as "knownFrom", known_to as "knownTo"
                from people_past where no = ? order by known_from""");
        sections.put("assignments", """
                select m.id as "marketId", category, from_on as "from", to_on as "to", o.id as "operatorId",
                    a.known_from as "knownFrom", a.known_to as "knownTo"
                from (%s) a join markets m on m.no = market_no left join operators o on o.no = operator_no
                where person_no = ? order by from_on, a.known_from""".formatted(
                        both("assignments", "person_no, market_no, category, from_on, to_on, operator_no", "")));
        sections.put("absences", """
                select from_on as "from", to_on as "to", reason, known_from as "knownFrom", known_to as "knownTo"
                from (select person_no, from_on, to_on, reason, known_from, null::timestamptz as known_to from absences
                    union all select person_no, from_on, to_on, null, known_from, known_to from absences_past) a
                where person_no = ? order by from_on, known_from""");
        sections.put(
                "samples", """
                select taken_on as "takenOn", taken_at as "takenAt", result, laboratory, known_from as "knownFrom",
                    known_to as "knownTo"
                from (%s) s where person_no = ? order by taken_on, taken_at, known_from""".formatted(both("samples", "person_no, taken_on, taken_at, result, laboratory", "")));
        onboarding(sections);
        sweeps(sections);
        return sections;
    }

    private static void onboarding(Map<String, String> sections) {
        sections.put("activations", """
                select from_on as "from", to_on as "to", known_from as "knownFrom", known_to as "knownTo", changed_by as "changedBy"
                from (%s) a where person_no = ? order by from_on, known_from""".formatted(both("activations", "person_no, from_on, to_on", ", changed_by")));
        sections.put(
                "signatures", """
                select l.id as "letterId", signed_on as "signedOn", s.known_from as "knownFrom", s.known_to as "knownTo",
                    s.changed_by as "changedBy"
                from (%s) s join letters l on l.no = letter_no where person_no = ? order by signed_on, s.known_from""".formatted(both("signatures", "person_no, letter_no, signed_on", ", changed_by")));
        sections.put("contacts", """
                select o.id as "operatorId", contact, from_on as "from", to_on as "to", c.known_from as "knownFrom",
                    c.known_to as "knownTo", c.changed_by as "changedBy"
                from (%s) c join operators o on o.no = operator_no where person_no = ? order by from_on, c.known_from""".formatted(
                        both("contacts", "operator_no, person_no, from_on, contact, to_on", ", changed_by")));
    }

    private static void sweeps(Map<String, String> sections) {
        sections.put("results", """
                select s.id as "sweepId", as_of as "asOf", status, due_on as "dueOn", action, rules, places as "listedAt"
                from (select person_no, sweep, status, due_on, action, rules, places from results
                    union all select person_no, sweep, status, due_on, action, rules, places from results_past) r
                join sweeps s on s.no = sweep where person_no = ? order by sweep""");
        sections.put("undecided", """
                select s.id as "sweepId", as_of as "asOf", code from sweep_errors join sweeps s on s.no = sweep
                where person_no = ? order by sweep""");
        sections.put("suspensions", """
                select action, rules, opened.id as "openedBy", opened.as_of as "openedOn", opened_samples as "openedSamples",
                    lifted.id as "liftedBy", lifted.as_of as "liftedOn", lifted_samples as "liftedSamples"
                from suspensions n join sweeps opened on opened.no = opened_sweep left join sweeps lifted on lifted.no = lifted_sweep
                where person_no = ? order by n.no""");
        sections.put("previews", """
                select impact, on_day as "day", before_status as "statusBefore", after_status as "statusAfter"
                from impact_people where person_no = ? order by impact, on_day""");
        sections.put("exports", """
                select at, actor from person_exports where person_no = ? order by no""");
    }

    /** Rows of a table and those that it had. */
    private static String both(String table, String columns, String more) {
        return "select %2$s%3$s, known_from, null::timestamptz as known_to from %1$s union all select %2$s%3$s, known_from, known_to from %1$s_past"
                .formatted(table, columns, more);
    }
}
