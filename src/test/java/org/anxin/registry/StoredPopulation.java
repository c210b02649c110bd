package org.anxin.registry;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.postgresql.PGConnection;

/** Stores generated people. */
public final class StoredPopulation {
    private static final String INSERT = """
            insert into markets (id, name, type, subdistrict)
                select distinct market, market, type, subdistrict from gen_assignments on conflict do nothing;
            insert into people (id, released_on) select id, released_on from gen_people order by place;
            insert into assignments (person_no, market_no, category, from_on, to_on)
                select p.no, m.no, category, from_on, to_on
                from gen_assignments join people p on p.id = person join markets m on m.id = market;
            insert into absences (person_no, from_on, to_on)
                select p.no, from_on, to_on from gen_absences join people p on p.id = person;
            select samples_partition(day) from (select distinct date_trunc('month', taken_on)::date as day from gen_samples) d;
            insert into samples (person_no, taken_on, taken_at, result)
                select p.no, taken_on, taken_on + interval '1 minute' * place, result
                from gen_samples join people p on p.id = person;
            drop table gen_people, gen_assignments, gen_absences, gen_samples;
            analyze""";

    private StoredPopulation() {}

    /**
     * What of a person can be stored: samples have a day, a market has an assignment of a category from a day once, and only
     * one absence begins on a day.
     */
    public static Person storable(Person person) {
        Set<String> keys = new HashSet<>();
        return new Person(
                person.id(),
                person.assignments().stream()
                        .filter(one -> keys.add(one.marketId() + " " + one.category() + " " + one.from()))
                        .toList(),
                person.samples().stream()
                        .filter(sample -> sample.takenOn() != Days.NONE)
                        .toList(),
                person.absences().stream()
                        .filter(absence -> keys.add("absent " + absence.from()))
                        .toList(),
                person.releasedOn());
    }

    /** Stores storable people in order. */
    public static void store(Connection connection, List<Person> people) throws SQLException, IOException {
        StringBuilder persons = new StringBuilder();
        StringBuilder assignments = new StringBuilder();
        StringBuilder absences = new StringBuilder();
        StringBuilder samples = new StringBuilder();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            line(persons, person.id(), i, day(person.releasedOn()));
            for (Assignment one : person.assignments()) {
                line(
                        assignments,
                        person.id(),
                        one.marketId(),
                        one.marketType(),
                        one.subdistrict(),
                        one.category(),
                        day(one.from()),
                        day(one.to()));
            }
            for (Absence absence : person.absences()) {
                line(absences, person.id(), day(absence.from()), day(absence.to()));
            }
            for (int place = 0; place < person.samples().size(); place++) {
                Sample sample = person.samples().get(place);
                line(samples, person.id(), place, day(sample.takenOn()), sample.result());
            }
        }
        copy(connection, "gen_people (id text, place int, released_on date)", persons);
        copy(
                connection,
                "gen_assignments (person text, market text, type text, subdistrict text, category text, from_on date,"
                        + " to_on date)",
                assignments);
        copy(connection, "gen_absences (person text, from_on date, to_on date)", absences);
        copy(connection, "gen_samples (person text, place int, taken_on date, result text)", samples);
        try (Statement statement = connection.createStatement()) {
            statement.execute(INSERT);
        }
    }

    private static void line(StringBuilder lines, Object... values) {
        for (int i = 0; i < values.length; i++) {
            lines.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
        }
        lines.append('\n');
    }

    private static Object day(int day) {
        return Days.known(day) ? Days.text(day) : "\\N";
    }

    private static void copy(Connection connection, String table, StringBuilder lines)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp table " + table);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table.substring(0, table.indexOf(' ')) + " from stdin",
                            new StringReader(lines.toString()));
        }
    }
}
