package org.anxin.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anxin.command.CheckOptions.UsageException;
import org.anxin.security.ApiKeys;

/** What the program does besides running the service, by the first word after its name. */
final class Commands {
    private static final int HELPED = 0;
    private static final int NOT_DONE = 2;

    private static final String USAGE =
            """
            用法 / usage:
              java -jar quarkus-run.jar                 运行服务 / runs the service
              java -jar quarkus-run.jar keys …          机器密钥 / keys of machines
              java -jar quarkus-run.jar personal …      个人信息的密钥 / keys of personal data
              java -jar quarkus-run.jar check DIR       检查规则目录 / checks a directory of rules
                --mutate          逐一改动规则，看案例能否发现 / changes one thing of the rules at a time: do cases notice?
                --format text|json
                --from DATE --to DATE   查找空缺的日期范围 / days on which to look for gaps (30 days from today)
            %s
            %s
            %s
            退出码 / exit code: 0 没有问题 / nothing is wrong, 1 有错误或提醒 / mistakes or warnings, 2 未能检查 / not checked""".formatted(indented(LogCommand.USAGE), indented(MigrateCommand.USAGE), indented(LakeCommand.USAGE));

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Map<String, String> environment;

    /** @param environment variables, which name the database */
    Commands(PrintStream out, PrintStream err, Clock clock, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.environment = environment;
    }

    private static String indented(String usage) {
        return usage.indent(2).stripTrailing();
    }

    /** Runs a command; answers its exit code. */
    int run(String... arguments) {
        List<String> given = List.of(arguments);
        if (given.isEmpty() || given.stream().anyMatch(each -> each.equals("--help") || each.equals("-h"))) {
            out.println(USAGE);
            return HELPED;
        }
        try {
            return run(given.get(0), given.subList(1, given.size()));
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return NOT_DONE;
        }
    }

    private int run(String command, List<String> options) throws UsageException {
        DataSource database = NamedDatabase.ifNamed(environment);
        return switch (command) {
            case "check" -> new CheckCommand(out, err, clock).run(options);
            case "verify", "replay" -> new LogCommand(out, err, environment).run(command, options);
            case "migrate" -> new MigrateCommand(out, err, environment).run(options);
            case "lake" -> new LakeCommand(out, err, clock, environment).run(options);
            case "keys" ->
                new KeysCommand(out, err, clock, database == null ? null : new ApiKeys(database)).run(options);
            case "personal" ->
                new PersonalCommand(out, err, environment.get("ANXIN_PERSONAL_KEYS"), database).run(options);
            default -> throw new UsageException("没有此命令。 / There is no such command.");
        };
    }
}
