package org.anxin.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.admission.HandWrittenAdmission;
import org.anxin.admission.PreparedBatch;
import org.anxin.admission.SessionPerBatch;
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

/** Decisions on batches whose facts are ready: all three ways see the same ones, and make the same findings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class AdmissionBenchmark {
    private static final int COUNT = 2000;
    private static final Policy RULES = RuleTexts.shipped().policy();

    /** The batches decided: {@code faulty} means that about 30 of 100 have findings. */
    @Param({"clean", "faulty"})
    String facts = "clean";

    private final AdmissionPolicy rules = RULES.admission();
    private final HandWrittenAdmission handWritten = new HandWrittenAdmission(RULES.ruleset());
    private final SessionPerBatch sessions = new SessionPerBatch(RULES.ruleset());
    private final PreparedBatch[] batches = new PreparedBatch[COUNT];

    /** Makes the facts. */
    @Setup
    public void prepare() {
        FaultyBatches random = new FaultyBatches(new Random(1), facts.equals("clean") ? 0 : 0.3);
        for (int at = 0; at < COUNT; at++) {
            batches[at] = rules.prepare(random.next(at), RandomBatches.DAY);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void handWritten(Blackhole decisions) {
        for (PreparedBatch batch : batches) {
            decisions.consume(handWritten.decide(batch));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void rules(Blackhole decisions) {
        for (PreparedBatch batch : batches) {
            decisions.consume(rules.decide(batch));
        }
    }

    /** Nothing remembered: the facts of every batch are put to a Drools session of their own. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void sessions(Blackhole decisions) {
        for (PreparedBatch batch : batches) {
            decisions.consume(sessions.decide(batch));
        }
    }
}
