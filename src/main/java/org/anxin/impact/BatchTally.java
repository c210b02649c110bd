package org.anxin.impact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Outcome;
import org.jspecify.annotations.Nullable;

/** How stored batches of one day fare by both rulesets, in all and by market. Not for several threads. */
final class BatchTally {
    /** So many batches are named for each kind of change. */
    static final int SAMPLES = 5;

    private final Counts total = new Counts();
    private final SortedMap<String, Counts> markets = new TreeMap<>();
    private final Map<BatchChange, List<ChangedBatch>> samples = new EnumMap<>(BatchChange.class);

    /** Numbers of batches. */
    static final class Counts {
        private final Map<Outcome, Integer> before = new EnumMap<>(Outcome.class);
        private final Map<Outcome, Integer> after = new EnumMap<>(Outcome.class);
        private final Map<BatchChange, Integer> changes = new EnumMap<>(BatchChange.class);
        private int batches;

        private void add(@Nullable BatchDecision was, @Nullable BatchDecision is, @Nullable BatchChange change) {
            batches++;
            if (was != null) {
                before.merge(was.outcome(), 1, Integer::sum);
            }
            if (is != null) {
                after.merge(is.outcome(), 1, Integer::sum);
            }
            if (change != null) {
                changes.merge(change, 1, Integer::sum);
            }
        }

        /** All, also those that cannot be decided. */
        int batches() {
            return batches;
        }

        /** With this outcome by the rules before. */
        int before(Outcome outcome) {
            return before.getOrDefault(outcome, 0);
        }

        /** With this outcome by the rules after. */
        int after(Outcome outcome) {
            return after.getOrDefault(outcome, 0);
        }

        /** That are changed so. */
        int changed(BatchChange change) {
            return changes.getOrDefault(change, 0);
        }
    }

    /** A batch was decided by both, or could not be. */
    void add(
            String market,
            @Nullable BatchDecision before,
            @Nullable BatchDecision after,
            @Nullable BatchChange change) {
        total.add(before, after, change);
        markets.computeIfAbsent(market, first -> new Counts()).add(before, after, change);
    }

    /** Names a batch that is changed, if few were named. */
    void name(ChangedBatch batch) {
        List<ChangedBatch> named = samples.computeIfAbsent(batch.change(), first -> new ArrayList<>(SAMPLES));
        if (named.size() < SAMPLES) {
            named.add(batch);
        }
    }

    /** Of all markets. */
    Counts total() {
        return total;
    }

    /** By market. */
    SortedMap<String, Counts> markets() {
        return markets;
    }

    /** The first batches with this kind of change. */
    List<ChangedBatch> samples(BatchChange change) {
        return samples.getOrDefault(change, List.of());
    }
}
