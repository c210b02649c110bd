package org.anxin.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** Loads the demo district by plain SQL, for tests of what is done with stored facts. */
public final class DemoDistrict {
    private static final String DIRECTORY = "/demo/binjiang-2022-04/";
    private static final String INSERT = """
            insert into markets (id, name, type, subdistrict) select id, name, type, subdistrict from csv_markets;
            insert into operators (id, market_no, name, sells_imported, activated_on, letter_signed_on)
                select c.id, m.no, c.name, c.sells_imported, c.activated_on, c.letter_signed_on
                from csv_operators c join markets m on m.id = c.market_id;
            insert into people (id) select id from csv_people order by id;
            insert into assignments (person_no, market_no, category, from_on, operator_no, to_on)
                select p.no, m.no, category, "from", o.no, "to" from csv_assignments c
                join people p on p.id = person_id join markets m on m.id = c.market_id
                left join operators o on o.id = operator_id;
            insert into absences (person_no, from_on, to_on, reason)
                select p.no, "from", "to", reason from csv_absences join people p on p.id = person_id;
            select samples_partition(day::date) from generate_series(
                timestamp '2022-01-01', timestamp '2022-06-01', interval '1 month') day;
            insert into samples (person_no, taken_on, taken_at, result, laboratory)
                select p.no, case when length(taken_at) = 10 then taken_at::date
                        else (taken_at::timestamptz at time zone 'Asia/Shanghai')::date end,
                    case when length(taken_at) > 10 then taken_at::timestamptz end, result, laboratory
                from csv_samples join people p on p.id = person_id;
            select refresh_sampled(0, 9223372036854775807);
            analyze""";

    private DemoDistrict() {}

    /** Loads it into an empty database. */
    public static void load(Connection connection) throws SQLException, IOException {
        copy(connection, "markets", "id text, name text, type text, subdistrict text");
        copy(
                connection,
                "operators",
                "id text, market_id text, name text, sells_imported boolean, activated_on date, letter_signed_on date");
        copy(connection, "people", "id text, name text, id_number text, phone text");
        copy(
                connection,
                "assignments",
                "person_id text, market_id text, operator_id text, category text, \"from\" date, \"to\" date");
        copy(connection, "samples", "person_id text, taken_at text, result text, laboratory text");
        copy(connection, "absences", "person_id text, \"from\" date, \"to\" date, reason text");
        try (Statement statement = connection.createStatement()) {
            statement.execute(INSERT);
        }
    }

    /** The lines of {@code expected.ndjson}: what is to be found about each person, and about each batch. */
    public static List<String> expected() throws IOException {
        try (InputStream file = DemoDistrict.class.getResourceAsStream(DIRECTORY + "expected.ndjson")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static void copy(Connection connection, String name, String columns) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                InputStream file = DemoDistrict.class.getResourceAsStream(DIRECTORY + name + ".csv")) {
            statement.execute("create temp table csv_" + name + " (" + columns + ")");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy csv_" + name + " from stdin (format csv, header match)", file);
        }
    }
}
