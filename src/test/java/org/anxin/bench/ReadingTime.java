package org.anxin.bench;

import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.anxin.policy.Policy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.RuleTexts;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Ruleset;

/** Prints how long the shipped rules take from saved to live: cold in the first round, warm in the last. */
public final class ReadingTime {
    private static final int ROUNDS = 12;

    private ReadingTime() {}

    /** @param args none */
    public static void main(String[] args) {
        RuleFiles files = RuleFiles.of(RuleTexts.shipped().texts());
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("round " + round);
            print("read, check, compile", () -> Policy.RULEBOOK.read(files));
            Ruleset ruleset = Objects.requireNonNull(Policy.RULEBOOK.read(files).ruleset());
            print("tables and first answers", () -> Policy.of(ruleset));
            print("all of it, with cases", () -> PolicyCheck.of(files));
        }
    }

    private static void print(String what, Runnable work) {
        long wall = System.nanoTime();
        long cpu = cpu();
        work.run();
        System.out.printf(
                "  %-25s %5d ms, of CPU %5d ms%n",
                what, (System.nanoTime() - wall) / 1_000_000, (cpu() - cpu) / 1_000_000);
    }

    /** Of the whole process, since Drools compiles in several threads. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
