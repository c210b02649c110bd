package org.anxin.command;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anxin.command.CheckOptions.UsageException;
import org.anxin.ledger.Flaw;
import org.anxin.ledger.LogKind;
import org.anxin.ledger.Verification;
import org.anxin.ledger.Verifying;
import org.anxin.replay.Difference;
import org.anxin.replay.Replay;
import org.anxin.replay.Replayed;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify} and {@code replay}: whether the decision log is what was written, and whether it is decided the same again.
 * They read the database that the service's variables of the environment name, and change nothing.
 */
final class LogCommand {
    /** Nothing is wrong. */
    static final int FINE = 0;

    /** There are flaws or differences. */
    static final int FLAWED = 1;

    /** The log could not be read. */
    static final int NOT_READ = 2;

    static final String USAGE = """
              java -jar quarkus-run.jar verify [选项]   核验判定日志 / verifies the decision log
              java -jar quarkus-run.jar replay [选项]   以当时的规则重新判定 / decides again by the rules of then
                --from DATE --to DATE   verify：记录所在月份 / months of recording; replay：判定的日期 / days decided for
                --kind SWEEP|BATCH|EVALUATE   只重新判定一种 / decides one kind only
                数据库 / database: QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME, QUARKUS_DATASOURCE_PASSWORD""";

    private static final int MOST = 1000;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    LogCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /** Runs the command; answers its exit code. */
    int run(String command, List<String> options) throws UsageException {
        LogOptions asked = LogOptions.of(options);
        DataSource database = NamedDatabase.required(environment);
        try {
            return command.equals("verify")
                    ? verify(database, asked)
                    : replay(database, asked.from(), asked.to(), asked.kind());
        } catch (SQLException e) {
            err.println("无法读取数据库 / the database cannot be read: " + e.getMessage());
            return NOT_READ;
        }
    }

    private int verify(DataSource database, LogOptions asked) throws SQLException {
        Verification done = Verifying.of(
                database, LocalDate.ofEpochDay(asked.from()).withDayOfMonth(1), LocalDate.ofEpochDay(asked.to()), MOST);
        for (Flaw flaw : done.flaws()) {
            out.printf(
                    "%s: %s / %s%n",
                    flaw.entry(),
                    flaw.kind().meaning().zh(),
                    flaw.kind().meaning().en());
        }
        done.absent().forEach(month -> out.printf("%s: 该月分区已移走 / the partition of this month is gone%n", month));
        out.printf(
                "%d 条记录，%d 项判定，%d 处问题 / %d entries, %d decisions, %d flaws%n",
                done.entries(),
                done.decisions(),
                done.flaws().size() + done.more(),
                done.entries(),
                done.decisions(),
                done.flaws().size() + done.more());
        out.printf("最后的封印 / last seal: %s%n", done.lastSeal().isEmpty() ? "-" : done.lastSeal());
        return done.intact() ? FINE : FLAWED;
    }

    private int replay(DataSource database, int from, int to, @Nullable LogKind kind) throws SQLException {
        Replayed done = new Replay(database, MOST).of(from, to, kind);
        for (Difference difference : done.differences()) {
            out.printf(
                    "%s (%d) %s: %s / %s%n  %s%n  %s%n",
                    difference.entry(),
                    difference.place(),
                    difference.subject(),
                    difference.kind().meaning().zh(),
                    difference.kind().meaning().en(),
                    difference.logged(),
                    difference.now());
        }
        long differences = done.differences().size() + done.more();
        out.printf(
                "重新判定 %d 项，%d 处不同；由人作出 %d 项 / decided %d again, %d differ; %d were done by people%n",
                done.decided(), differences, done.byPeople(), done.decided(), differences, done.byPeople());
        return done.same() ? FINE : FLAWED;
    }
}
