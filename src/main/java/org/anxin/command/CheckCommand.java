package org.anxin.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.anxin.policy.MutationRun;
import org.anxin.policy.Policy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.RuleGaps;
import org.anxin.rulebook.RuleFiles;

/** {@code check DIR}: what the service would say of rule files, for staff who keep them in a repository. */
final class CheckCommand {
    /** Nothing is wrong; gaps are only told. */
    static final int FINE = 0;

    /** There are mistakes or warnings. */
    static final int MISTAKEN = 1;

    /** The check could not be made. */
    static final int NOT_CHECKED = 2;

    /** Whose today is meant, whatever the machine's zone. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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

    CheckCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    private static String indented(String usage) {
        return usage.indent(2).stripTrailing();
    }

    /** Runs the command; answers its exit code. */
    int run(String... arguments) {
        List<String> given = List.of(arguments);
        if (given.stream().anyMatch(argument -> argument.equals("--help") || argument.equals("-h"))) {
            out.println(USAGE);
            return FINE;
        }
        try {
            if (!given.isEmpty() && LogCommand.knows(given.get(0))) {
                return new LogCommand(out, err, System.getenv()).run(given.get(0), given.subList(1, given.size()));
            }
            if (given.equals(List.of("migrate"))) {
                return new MigrateCommand(out, err, System.getenv()).run();
            }
            if (!given.isEmpty() && given.get(0).equals("lake")) {
                return new LakeCommand(out, err, clock, System.getenv()).run(given.subList(1, given.size()));
            }
            if (given.isEmpty() || !given.get(0).equals("check")) {
                throw new CheckOptions.UsageException("没有此命令。 / There is no such command.");
            }
            return check(CheckOptions.of(given.subList(1, given.size()), LocalDate.now(clock.withZone(ZONE))));
        } catch (CheckOptions.UsageException e) {
            err.println(e.getMessage());
            err.println(USAGE);
        } catch (IOException e) {
            err.println("无法读取规则目录。 / The rule directory cannot be read.");
        }
        return NOT_CHECKED;
    }

    private int check(CheckOptions options) throws IOException {
        if (!Files.isDirectory(options.directory())) {
            throw new IOException("no directory");
        }
        RuleFiles files = RuleFiles.read(options.directory());
        PolicyCheck.Result result = PolicyCheck.of(files);
        Policy policy = result.policy();
        CheckReport report = new CheckReport(
                files.id(),
                result,
                policy != null && options.mutate() ? MutationRun.of(policy.ruleset()) : null,
                policy != null ? RuleGaps.of(policy.ruleset(), options.range()) : null);
        if (options.json()) {
            report.writeJson(out);
        } else {
            report.writeText(out);
        }
        return report.fine() ? FINE : MISTAKEN;
    }
}
