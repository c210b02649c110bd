package org.anxin.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of one class in turns, each turn in a process of its own, and prints medians and ratios in one
 * table: {@code mvn -q test-compile exec:exec@bench -Dbench=People}.
 */
public final class Bench {
    private static final String BY_HAND = "handWritten";

    /** What one benchmark came to in each turn. */
    private record Measured(List<Double> decisions, List<Double> bytes) {
        Measured() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private Bench() {}

    /** @param args which benchmarks (People, Admission), and how many turns each takes */
    public static void main(String[] args) throws RunnerException {
        Map<String, Map<String, Measured>> all = new TreeMap<>();
        for (int turn = Integer.parseInt(args[1]); turn > 0; turn--) {
            for (RunResult result : new Runner(options(args[0])).run()) {
                Measured measured = all.computeIfAbsent(result.getParams().getParam("facts"), facts -> new TreeMap<>())
                        .computeIfAbsent(method(result), method -> new Measured());
                measured.decisions.add(secondary(result, CpuTime.OPERATIONS));
                measured.bytes.add(secondary(result, "gc.alloc.rate.norm"));
            }
            System.err.println("turns left: " + (turn - 1));
        }
        System.out.println("| facts | decided by | decisions per CPU-second, median (least, most) | of hand-written"
                + " | bytes per decision |\n|---|---|---|---|---|");
        all.forEach((facts, methods) -> methods.forEach(
                (method, measured) -> System.out.println(row(facts, method, measured, methods.get(BY_HAND)))));
    }

    private static Options options(String benchmarks) {
        return new OptionsBuilder()
                .include("\\." + benchmarks + "Benchmark\\.")
                .forks(1)
                .threads(1)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m")
                .addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .build();
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    private static String row(String facts, String method, Measured measured, Measured byHand) {
        double[] decisions = sorted(measured.decisions);
        return String.format(
                "| %s | %s | %,.0f (%,.0f, %,.0f) | %.3f | %,.0f |",
                facts,
                method,
                median(measured.decisions),
                decisions[0],
                decisions[decisions.length - 1],
                median(measured.decisions) / median(byHand.decisions),
                median(measured.bytes));
    }

    private static double median(List<Double> values) {
        return sorted(values)[values.size() / 2];
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
