package org.anxin.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.anxin.command.CheckOptions.UsageException;
import org.anxin.lake.GeneratedLake;
import org.anxin.lake.LakeExport;
import org.anxin.lake.LakeManifest;
import org.anxin.lake.Population;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code lake export|generate}: the facts as Parquet, from the service's database or generated (docs/scale.md). */
final class LakeCommand {
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    /** Whose today is meant, whatever the machine's zone. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";

    static final String USAGE = """
              java -jar quarkus-run.jar lake export --to DIR [--day DATE] [--ruleset ID] [--shape wide|narrow]
                                        导出某日的事实与规则 / the stored facts of this moment and the rules of a day
              java -jar quarkus-run.jar lake generate --to DIR --people N [--day DATE] [--seed N] [--shape wide|narrow] [--csv]
                                        生成人员，供测试容量 / generated people, to try sizes with
                --shape 可写两次 / may be given twice; 导出的数据库 / the database of an export: QUARKUS_DATASOURCE_JDBC_URL, …""";

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Map<String, String> environment;

    LakeCommand(PrintStream out, PrintStream err, Clock clock, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.environment = environment;
    }

    /** Runs the command; answers its exit code. */
    int run(List<String> arguments) throws UsageException {
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        int today = (int) LocalDate.now(clock.withZone(ZONE)).toEpochDay();
        try {
            LakeManifest written = switch (verb) {
                case "export" -> export(LakeOptions.of(arguments.subList(1, arguments.size()), today), today);
                case "generate" -> generate(LakeOptions.of(arguments.subList(1, arguments.size()), today));
                default -> throw new UsageException("没有此命令。 / There is no such command.");
            };
            out.printf(
                    "%d 人（登记 %d 人），%d 次采样，%d 个市场 / %d people (%d registered), %d samples, %d markets%n",
                    written.people(),
                    written.registered(),
                    written.samples(),
                    written.markets(),
                    written.people(),
                    written.registered(),
                    written.samples(),
                    written.markets());
            return DONE;
        } catch (FileAlreadyExistsException e) {
            err.println("目录已存在，请换一个。 / The directory exists already; name another one.");
        } catch (IOException e) {
            err.println("无法写入：" + e.getMessage() + " / It cannot be written: " + e.getMessage());
        } catch (SQLException e) {
            err.println("无法读取数据库 / the database cannot be read: " + e.getMessage());
        } catch (LakeExport.NoRulesException e) {
            err.println("数据库中没有该日或该编号的规则。 / The database has no rules for this day, or none of this id.");
        }
        return NOT_DONE;
    }

    private LakeManifest export(LakeOptions asked, int today)
            throws IOException, SQLException, LakeExport.NoRulesException, UsageException {
        @Nullable String url = environment.get(URL);
        if (url == null || url.isBlank()) {
            throw new UsageException("请在环境变量 " + URL + " 中给出数据库。 / Name the database in the variable " + URL + ".");
        }
        if (asked.people() > 0 || asked.csv()) {
            throw new UsageException("导出不生成人员。 / An export generates nobody.");
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(environment.get("QUARKUS_DATASOURCE_USERNAME"));
        database.setPassword(environment.get("QUARKUS_DATASOURCE_PASSWORD"));
        LakeExport export = new LakeExport(database);
        String ruleset = asked.ruleset() == null ? export.ruleset(asked.day(), today) : asked.ruleset();
        return export.write(asked.to(), asked.day(), ruleset, asked.shapes());
    }

    private static LakeManifest generate(LakeOptions asked) throws IOException, UsageException {
        if (asked.people() == 0) {
            throw new UsageException("须给出 --people。 / --people is needed.");
        }
        Population population = new Population(asked.people(), asked.day(), asked.seed());
        return GeneratedLake.write(asked.to(), population, asked.shapes(), asked.csv());
    }
}
