package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * All that the first runs left in the database, without times: two databases in which the same runs were made leave the same
 * bytes, whatever happened meanwhile and whatever was run later.
 */
final class Traces {
    private static final int SHOWN = 300;

    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("sweeps", """
                select no, id, as_of, known_at, nightly, ruleset, state, newest, failure
                from sweeps where no <= %1$d order by no""");
        QUERIES.put("sweep_shards", """
                select sweep, shard, low, high, registered, evaluated, errors, by_status
                from sweep_shards where sweep <= %1$d order by sweep, shard""");
        QUERIES.put("sweep_markets", """
                select sweep, shard, market_no, registered, evaluated, errors, warned, suspended
                from sweep_markets where sweep <= %1$d order by sweep, shard, market_no""");
        QUERIES.put("sweep_errors", """
                select sweep, person_no, shard, code, zh, en
                from sweep_errors where sweep <= %1$d order by sweep, person_no""");
        QUERIES.put("results", """
                select person_no, sweep, status, due_on, action, rules, places,
                    case when until_sweep <= %1$d then until_sweep end
                from (select person_no, sweep, status, due_on, action, rules, places, null as until_sweep from results
                    union all select person_no, sweep, status, due_on, action, rules, places, until_sweep
                    from results_past) found
                where sweep <= %1$d order by person_no, sweep, until_sweep""");
        QUERIES.put("suspensions", """
                select person_no, opened_sweep, action, rules, opened_samples,
                    case when lifted_sweep <= %1$d then lifted_sweep end,
                    case when lifted_sweep <= %1$d then lifted_samples end
                from suspensions where opened_sweep <= %1$d order by person_no, opened_sweep, lifted_sweep""");
    }

    private Traces() {}

    /** Fails where two databases differ in what the first {@code runs} runs left. */
    static void assertSame(Province undisturbed, Province disturbed, int runs) throws IOException, SQLException {
        for (Map.Entry<String, String> table : QUERIES.entrySet()) {
            assertSame(undisturbed, disturbed, table.getKey(), table.getValue().formatted(runs));
        }
    }

    /** Fails where the first runs found something else about the people that a condition on {@code person_no} names. */
    static void assertSameFindings(Province undisturbed, Province disturbed, String people)
            throws IOException, SQLException {
        String all = QUERIES.get("results").formatted(1);
        assertSame(undisturbed, disturbed, "results", "select * from (" + all + ") found where " + people);
    }

    private static void assertSame(Province undisturbed, Province disturbed, String table, String query)
            throws IOException, SQLException {
        Path expected = write(undisturbed, query);
        Path actual = write(disturbed, query);
        try {
            long place = Files.mismatch(expected, actual);
            assertThat(place)
                    .as("%s: expected%n%s%nbut found%n%s", table, around(expected, place), around(actual, place))
                    .isEqualTo(-1);
        } finally {
            Files.delete(expected);
            Files.delete(actual);
        }
    }

    private static Path write(Province province, String query) throws IOException, SQLException {
        Path file = Files.createTempFile("traces", ".txt");
        try (Connection connection = province.connect();
                OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", out);
        }
        return file;
    }

    private static String around(Path file, long place) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, place - SHOWN));
            byte[] shown = new byte[2 * SHOWN];
            int length = Math.max(0, bytes.read(shown));
            return new String(shown, 0, length, StandardCharsets.UTF_8);
        }
    }
}
