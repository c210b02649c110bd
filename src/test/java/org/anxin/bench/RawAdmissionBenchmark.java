package org.anxin.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.admission.Batch;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Decisions on batches as sent: texts are normalised and compared, and quantities added, for every decision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class RawAdmissionBenchmark {
    private static final int COUNT = 2000;
    private static final Policy RULES = RuleTexts.shipped().policy();

    /** The batches decided: {@code faulty} means that about 30 of 100 have findings. */
    @Param({"clean", "faulty"})
    String facts = "clean";

    private final AdmissionPolicy rules = RULES.admission();
    private final AdmissionOracle oracle = new AdmissionOracle(RULES.ruleset());
    private final Batch[] batches = new Batch[COUNT];

    /** Makes the batches. */
    @Setup
    public void prepare() {
        FaultyBatches random = new FaultyBatches(new Random(1), facts.equals("clean") ? 0 : 0.3);
        for (int at = 0; at < COUNT; at++) {
            batches[at] = random.next(at);
        }
    }

    /** By hand from the batch as sent, with checks that look at no more than they need. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void handWritten(Blackhole decisions) {
        for (Batch batch : batches) {
            decisions.consume(oracle.decide(NormalisedBatch.of(batch), RandomBatches.DAY));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void rules(Blackhole decisions) {
        for (Batch batch : batches) {
            decisions.consume(rules.decide(batch, RandomBatches.DAY));
        }
    }
}
