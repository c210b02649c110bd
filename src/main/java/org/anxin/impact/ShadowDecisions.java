package org.anxin.impact;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Document;
import org.anxin.policy.Policy;
import org.anxin.registry.WordCheck;
import org.anxin.rulebook.Words;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Decides by the shadow what was answered, counts what differs and keeps some of it. One thread compares, others read. */
final class ShadowDecisions {
    private static final Logger LOG = Logger.getLogger(ShadowDecisions.class);

    /** So many differences are kept, of each combination of kinds a few. */
    static final int MOST_KEPT = 50;

    private static final int MOST_ALIKE = 10;

    private final Policy policy;
    private final WordCheck words;
    private final ShadowCounts counts;
    private final Queue<Difference> kept = new ConcurrentLinkedQueue<>();
    private final Map<Set<DifferenceKind>, Integer> alike = new HashMap<>();
    private int numberKept;
    private boolean failureTold;

    /** What was answered. */
    record Call(Policy answered, List<Person> people, List<Batch> batches, int asOf) {
        int size() {
            return people.size() + batches.size();
        }
    }

    /**
     * None yet.
     *
     * @param policy that of the shadow
     * @param counts to which it adds
     */
    ShadowDecisions(Policy policy, ShadowCounts counts) {
        this.policy = policy;
        this.words = new WordCheck(policy.ruleset().words());
        this.counts = counts;
    }

    /** Decides again what was answered. */
    void compare(Call call) {
        for (Person person : call.people()) {
            try {
                compare(person, call);
            } catch (RuntimeException e) {
                tellFailure(e);
                counts.add(ShadowCounts.Count.PEOPLE_FAILED, 1);
            }
        }
        for (Batch batch : call.batches()) {
            try {
                compare(batch, call);
            } catch (RuntimeException e) {
                tellFailure(e);
                counts.add(ShadowCounts.Count.BATCHES_FAILED, 1);
            }
        }
    }

    private void compare(Person person, Call call) {
        PersonDecision answered = call.answered().testing().decide(person, call.asOf());
        @Nullable
        PersonDecision other = words.of(person) == null ? policy.testing().decide(person, call.asOf()) : null;
        Set<DifferenceKind> kinds =
                other == null ? EnumSet.of(DifferenceKind.UNDECIDABLE) : Compared.people(answered, other);
        if (!kinds.isEmpty()) {
            counts.add(ShadowCounts.Count.PEOPLE_DIFFERENT, 1);
            keep(kinds, call, new Difference.OfPerson(answered, other));
        }
        // Last, so that whoever sees it sees the rest as well.
        counts.add(ShadowCounts.Count.PEOPLE_COMPARED, 1);
    }

    private void compare(Batch batch, Call call) {
        BatchDecision answered = call.answered().admission().decide(batch, call.asOf());
        @Nullable BatchDecision other = knowsWordsOf(batch) ? policy.admission().decide(batch, call.asOf()) : null;
        Set<DifferenceKind> kinds =
                other == null ? EnumSet.of(DifferenceKind.UNDECIDABLE) : Compared.batches(answered, other);
        if (!kinds.isEmpty()) {
            counts.add(ShadowCounts.Count.BATCHES_DIFFERENT, 1);
            keep(kinds, call, new Difference.OfBatch(answered, other));
        }
        counts.add(ShadowCounts.Count.BATCHES_COMPARED, 1);
    }

    private boolean knowsWordsOf(Batch batch) {
        Words declared = policy.ruleset().words();
        for (Document document : batch.documents()) {
            String result = document.result();
            if (declared.find("document", document.type()) == null
                    || result != null && declared.find("result", result) == null) {
                return false;
            }
        }
        return true;
    }

    private void keep(Set<DifferenceKind> kinds, Call call, Difference.Content content) {
        for (DifferenceKind kind : kinds) {
            counts.add(kind, 1);
        }
        if (numberKept < MOST_KEPT && alike.merge(kinds, 1, Integer::sum) <= MOST_ALIKE) {
            numberKept++;
            kept.add(new Difference(call.asOf(), call.answered().ruleset().id(), kinds, content));
        }
    }

    /** Once, since the next ones are mostly the same. */
    private void tellFailure(RuntimeException failure) {
        if (!failureTold) {
            failureTold = true;
            LOG.error("The shadow " + policy.ruleset().id() + " failed to decide", failure);
        }
    }

    /** A difference that is not stored yet; null if there is none. */
    @Nullable
    Difference nextKept() {
        return kept.poll();
    }
}
