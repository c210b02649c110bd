package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.admission.BatchFacts;
import org.anxin.ledger.CallLog;
import org.anxin.ledger.LedgerConfig;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.PersonDecisionJson;
import org.anxin.testing.PersonFacts;
import org.jspecify.annotations.Nullable;

/** Answers of {@code POST /api/v1/evaluate} that are logged before they are given: with {@code ?log=true}, or all. */
@Singleton
class LoggedCalls {
    private static final int SIZE = 2048;

    private final CallLog log;
    private final StoredRulesets rulesets;
    private final boolean all;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    LoggedCalls(CallLog log, StoredRulesets rulesets, LedgerConfig config) {
        this.log = log;
        this.rulesets = rulesets;
        this.all = config.evaluate();
    }

    /**
     * Whether a call is to be logged.
     *
     * @param asked what the caller says about it; null if nothing
     */
    boolean wants(@Nullable Boolean asked) {
        return asked == null ? all : asked;
    }

    /** A person's facts and decision, for the log. */
    static CallLog.Answered answered(Person person, PersonDecision decision) {
        return new CallLog.Answered(
                person.id(),
                named("person", out -> PersonFacts.write(out, person)),
                JsonBytes.of(SIZE, out -> PersonDecisionJson.write(out, decision)));
    }

    /** A batch's facts and decision, for the log. */
    static CallLog.Answered answered(Batch batch, BatchDecision decision) {
        return new CallLog.Answered(
                batch.id(),
                named("batch", out -> BatchFacts.write(out, batch)),
                JsonBytes.of(SIZE, out -> BatchDecisionJson.write(out, decision)));
    }

    private static byte[] named(String name, JsonBytes.Writing facts) {
        return JsonBytes.of(SIZE, out -> write(out, name, facts));
    }

    private static void write(JsonGenerator out, String name, JsonBytes.Writing facts) throws IOException {
        out.writeStartObject();
        out.writeFieldName(name);
        facts.to(out);
        out.writeEndObject();
    }

    /**
     * Logs answers.
     *
     * @param asOf the day decided for, as an epoch day
     * @return completed when they are stored; failed with the problem to answer instead
     */
    CompletionStage<Void> log(Policy policy, int asOf, List<CallLog.Answered> answers) {
        String id = policy.ruleset().id();
        return ruleset(policy, id)
                .thenCompose(there -> log.log(asOf, id, answers))
                .thenAccept(stored -> {
                    if (!stored) {
                        throw new ProblemException(ProblemType.OVERLOADED);
                    }
                });
    }

    /** What decided can be looked up later; the ruleset that is active is stored already, as a rule. */
    private CompletionStage<Void> ruleset(Policy policy, String id) {
        if (kept.contains(id)) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        rulesets.keep(policy);
                        kept.add(id);
                    } catch (SQLException e) {
                        throw new CompletionException(e);
                    }
                },
                Infrastructure.getDefaultWorkerPool());
    }
}
