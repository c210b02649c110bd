package org.anxin.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.testing.Person;
import org.anxin.testing.SessionPerPerson;
import org.anxin.testing.TestingPolicy;
import org.anxin.time.Days;
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

/** Decisions on people, with the full decision object, on a day of the emergency. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class PeopleBenchmark {
    private static final int COUNT = 2000;
    private static final Policy RULES = RuleTexts.shipped().policy();

    /** The population decided. */
    @Param({"ordinary", "hard"})
    String facts = "ordinary";

    private final TestingPolicy rules = RULES.testing();
    private final HandWrittenTesting handWritten = new HandWrittenTesting(RULES.ruleset());
    private final SessionPerPerson sessions = new SessionPerPerson(RULES.ruleset());
    private int asOf = Days.of("2022-04-07");
    private List<Person> people = List.of();

    /** Makes the people. */
    @Setup
    public void prepare() {
        people = facts.equals("hard") ? Populations.hard(COUNT, asOf, 1) : Populations.ordinary(COUNT, asOf, 1);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void handWritten(Blackhole decisions) {
        for (Person person : people) {
            decisions.consume(handWritten.decide(person, asOf));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void rules(Blackhole decisions) {
        for (Person person : people) {
            decisions.consume(rules.decide(person, asOf));
        }
    }

    /** Nothing remembered: every person is put to a Drools session of their own. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void sessions(Blackhole decisions) {
        for (Person person : people) {
            decisions.consume(sessions.decide(person, asOf));
        }
    }
}
