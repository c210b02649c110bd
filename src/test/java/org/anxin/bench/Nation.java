package org.anxin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anxin.lake.GeneratedLake;
import org.anxin.lake.LakeShape;
import org.anxin.lake.Population;
import org.anxin.time.Days;
import org.postgresql.PGConnection;

/** Stores generated people, as the service's own imports would leave them; the same number gives the same people. */
public final class Nation {
    /** The day they are made for. */
    static final String DAY = "2022-04-07";

    private static final long SEED = 7;

    private static final List<String> KINDS =
            List.of("markets", "operators", "people", "assignments", "absences", "samples");

    private Nation() {}

    /**
     * Stores them in a database without any.
     *
     * @param connection of the owner of the tables
     */
    public static void store(Connection connection, long people) throws SQLException, IOException {
        Path directory = Files.createTempDirectory("nation");
        try (Statement statement = connection.createStatement()) {
            Path lake = directory.resolve("lake");
            GeneratedLake.write(
                    lake, new Population(people, Days.of(DAY), SEED), EnumSet.noneOf(LakeShape.class), true);
            statement.execute(sql("generated.sql"));
            for (String kind : KINDS) {
                copy(connection, kind, lake.resolve("csv/" + kind + ".csv"));
            }
            statement.execute(sql("people.sql"));
        } finally {
            delete(directory);
        }
    }

    private static void copy(Connection connection, String kind, Path csv) throws SQLException, IOException {
        try (InputStream rows = Files.newInputStream(csv)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy gen_" + kind + " from stdin (format csv, header)", rows);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String sql(String name) throws IOException {
        try (InputStream file = Nation.class.getResourceAsStream("/bench/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
