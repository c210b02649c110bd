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

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    CheckCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** Runs the command; answers its exit code. */
    int run(List<String> options) throws CheckOptions.UsageException {
        try {
            return check(CheckOptions.of(options, LocalDate.now(clock.withZone(ZONE))));
        } catch (IOException e) {
            err.println("无法读取规则目录。 / The rule directory cannot be read.");
            return NOT_CHECKED;
        }
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
