package org.anxin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The database server that all tests of the JVM share, for tests of what happens when it goes and comes back. */
public final class TestServer {
    private static final Path DIRECTORY = Path.of("target/test-data/postgres");

    private TestServer() {}

    /** Stops it as a crash would: without a goodbye to anybody. */
    public static void crash() {
        run("stop", "--mode=immediate");
    }

    /** Starts it again as an operator would by hand: its settings name the port. */
    public static void start() {
        run("start", "--log=" + cluster().log());
    }

    private static Cluster cluster() {
        return new Cluster(DIRECTORY.toAbsolutePath().resolve("cluster"));
    }

    private static void run(String... arguments) {
        try {
            List<String> all = new ArrayList<>(List.of(arguments));
            all.add("--pgdata=" + cluster().data());
            all.add("--wait");
            Programs programs =
                    Programs.of(Binaries.installed(DIRECTORY.toAbsolutePath().resolve("programs")));
            Programs.Result result = programs.run("pg_ctl", all);
            if (result.failed()) {
                throw new AssertionError(result.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
