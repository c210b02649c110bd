package org.anxin.command;

import java.io.PrintStream;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/**
 * {@code migrate}: brings the tables to this version and ends, so that it is done once for many nodes, by a role that they do
 * not have. Two at a time wait for each other.
 */
final class MigrateCommand {
    static final String USAGE = """
              java -jar quarkus-run.jar migrate         将数据库升级到本版本 / brings the database to this version
                数据库 / database: QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_FLYWAY_USERNAME, QUARKUS_FLYWAY_PASSWORD""";

    private static final int DONE = 0;
    private static final int NOT_DONE = 2;
    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    MigrateCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /** Runs the command; answers its exit code. */
    int run() throws CheckOptions.UsageException {
        String url = environment.get(URL);
        if (url == null || url.isBlank()) {
            throw new CheckOptions.UsageException(
                    "请在环境变量 " + URL + " 中给出数据库。 / Name the database in the variable " + URL + ".");
        }
        try {
            MigrateResult done = Flyway.configure()
                    .dataSource(
                            url,
                            owner("QUARKUS_FLYWAY_USERNAME", "QUARKUS_DATASOURCE_USERNAME"),
                            owner("QUARKUS_FLYWAY_PASSWORD", "QUARKUS_DATASOURCE_PASSWORD"))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            tell(done);
            return DONE;
        } catch (FlywayException e) {
            err.println("未能升级数据库 / the database was not migrated: " + e.getMessage());
            return NOT_DONE;
        }
    }

    /** What names the owner of the tables; the service's own where there is one role for both. */
    private @Nullable String owner(String variable, String service) {
        return environment.getOrDefault(variable, environment.get(service));
    }

    private void tell(MigrateResult done) {
        String version = done.targetSchemaVersion == null ? done.initialSchemaVersion : done.targetSchemaVersion;
        out.printf(
                "执行 %d 项升级，数据库版本 %s / %d migrations made, the database is at %s%n",
                done.migrationsExecuted, version, done.migrationsExecuted, version);
    }
}
