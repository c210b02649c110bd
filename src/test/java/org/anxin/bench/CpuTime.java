package org.anxin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations per second of CPU time of the whole process, collector and compiler included: unlike the clock on the wall
 * it says the same on a machine that others use too.
 */
public final class CpuTime implements InternalProfiler {
    /** Name of the result. */
    public static final String OPERATIONS = "cpu.operations";

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long before;

    @Override
    public String getDescription() {
        return "operations per CPU-second";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public List<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (system.getProcessCpuTime() - before) / 1e9;
        double operations = result.getMetadata().getAllOps() / seconds;
        return List.of(new ScalarResult(OPERATIONS, operations, "ops/cpu-s", AggregationPolicy.AVG));
    }
}
