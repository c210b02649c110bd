package org.anxin.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.admission.Batch;
import org.anxin.admission.PreparedBatch;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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

/**
 * Decisions on batches: the rules, remembered and asked anew, against the same checks written by hand. Text is normalised
 * beforehand but in the benchmarks that end in {@code FromSent}. Run with {@code -prof gc} for bytes a decision.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AdmissionBenchmark {
    private static final int COUNT = 1000;

    /** {@code clean}: nothing is wrong; {@code mixed}: about every third batch has findings. */
    @Param({"clean", "mixed"})
    String batches = "clean";

    private final Batch[] sent = new Batch[COUNT];
    private final PreparedBatch[] prepared = new PreparedBatch[COUNT];
    private final NormalisedBatch[] normalised = new NormalisedBatch[COUNT];
    private static final Policy RULES = RuleTexts.shipped().policy();
    private final AdmissionPolicy rules = RULES.admission();
    private final AdmissionPolicy sessions = new AdmissionPolicy(RULES.ruleset().heard((fact, firings) -> {}));
    private final HandWrittenAdmission handWritten = new HandWrittenAdmission(RULES.ruleset());
    private final int day = RandomBatches.DAY;
    private int otherDay = day;

    /** Makes the batches. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        RandomBatches faulty = new RandomBatches(random, 0.02);
        for (int at = 0; at < COUNT; at++) {
            boolean clean = batches.equals("clean") || at % 3 > 0;
            sent[at] = clean ? RandomBatches.clean(at, 1 + random.nextInt(3)) : faulty.any();
            prepared[at] = rules.prepare(sent[at]);
            normalised[at] = NormalisedBatch.of(sent[at]);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void handWritten(Blackhole decisions) {
        for (NormalisedBatch batch : normalised) {
            decisions.consume(handWritten.decide(batch, day));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void rules(Blackhole decisions) {
        for (PreparedBatch batch : prepared) {
            decisions.consume(rules.decide(batch, day));
        }
    }

    /** Every pass decides on another day than the one before, so that no facts can be kept. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void rulesOnAnotherDay(Blackhole decisions) {
        otherDay = otherDay == day ? day + 1 : day;
        for (PreparedBatch batch : prepared) {
            decisions.consume(rules.decide(batch, otherDay));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void handWrittenFromSent(Blackhole decisions) {
        for (Batch batch : sent) {
            decisions.consume(handWritten.decide(NormalisedBatch.of(batch), day));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void rulesFromSent(Blackhole decisions) {
        for (Batch batch : sent) {
            decisions.consume(rules.decide(batch, day));
        }
    }

    /** Every fact is put to Drools, in a session of its own. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void rulesNotRemembered(Blackhole decisions) {
        for (PreparedBatch batch : prepared) {
            decisions.consume(sessions.decide(batch, day));
        }
    }

    /** The same, in CPU time and in turns: for machines that are not idle. */
    public static void main(String[] args) {
        Blackhole decisions = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        for (String batches : new String[] {"clean", "mixed"}) {
            AdmissionBenchmark benchmark = new AdmissionBenchmark();
            benchmark.batches = batches;
            benchmark.prepare();
            System.out.println(batches);
            new CpuRate()
                    .way("handWritten", COUNT, () -> benchmark.handWritten(decisions))
                    .way("rules", COUNT, () -> benchmark.rules(decisions))
                    .way("rulesOnAnotherDay", COUNT, () -> benchmark.rulesOnAnotherDay(decisions))
                    .way("handWrittenFromSent", COUNT, () -> benchmark.handWrittenFromSent(decisions))
                    .way("rulesFromSent", COUNT, () -> benchmark.rulesFromSent(decisions))
                    .way("rulesNotRemembered", COUNT, () -> benchmark.rulesNotRemembered(decisions))
                    .print(15);
        }
    }
}
