package org.anxin.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
import org.anxin.admission.Outcome;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Status;

/**
 * Counts what {@code POST /api/v1/evaluate} decides: people by status, batches by outcome, and which rules the answers rest
 * on. Costs some ten nanoseconds a decision.
 */
@Singleton
public class DecisionMeters {
    private static final String DECISIONS = "anxin.decisions";
    private static final String RULES = "anxin.rule.firings";

    /** Rule ids come from texts that anybody with a draft may send; more than this are counted together. */
    private static final int MOST_RULES = 1_000;

    private static final String OTHER_RULES = "other";

    private final MeterRegistry registry;
    private final Map<Status, Counter> people;
    private final Map<Outcome, Counter> batches;
    private final Map<String, Counter> rules = new ConcurrentHashMap<>();

    DecisionMeters(MeterRegistry registry) {
        this.registry = registry;
        this.people = counters(Status.class, status -> decisions("person", status.name()));
        this.batches = counters(Outcome.class, outcome -> decisions("batch", outcome.name()));
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(Class<E> type, Function<E, Counter> counter) {
        return Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(one -> one, counter, (one, other) -> one, () -> new EnumMap<>(type)));
    }

    private Counter decisions(String subject, String status) {
        return Counter.builder(DECISIONS)
                .description("Decisions of evaluate calls")
                .tag("subject", subject)
                .tag("status", status)
                .register(registry);
    }

    /** Counts a decision about a person, as it is passed on. */
    public PersonDecision counted(PersonDecision decision) {
        Objects.requireNonNull(people.get(decision.status())).increment();
        for (Obligation obligation : decision.obligations()) {
            rule(obligation.duty().rule().id()).increment();
        }
        return decision;
    }

    /** Counts a decision about a batch, as it is passed on. */
    public BatchDecision counted(BatchDecision decision) {
        Objects.requireNonNull(batches.get(decision.outcome())).increment();
        for (Finding finding : decision.findings()) {
            rule(finding.rule().id()).increment();
        }
        return decision;
    }

    private Counter rule(String id) {
        Counter known = rules.get(id);
        if (known != null) {
            return known;
        }
        return rules.computeIfAbsent(rules.size() < MOST_RULES ? id : OTHER_RULES, this::register);
    }

    private Counter register(String id) {
        return Counter.builder(RULES)
                .description("Obligations and findings of evaluate calls, by the rule that made them")
                .tag("rule", id)
                .register(registry);
    }
}
