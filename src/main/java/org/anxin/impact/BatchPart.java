package org.anxin.impact;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.anxin.admission.BatchDecision;
import org.anxin.desk.StoredBatch;
import org.anxin.desk.StoredBatches;
import org.anxin.load.Pace;
import org.anxin.policy.Policy;
import org.anxin.registry.Snapshot;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a preview finds out about stored batches: each whose newest decision is for one of the days is decided for that day by
 * both rulesets, by what is on record now, as if it alone were decided again.
 */
final class BatchPart {
    /** So many changed batches are listed one by one; all are counted. */
    static final int MOST_LISTED = 200_000;

    private static final Logger LOG = Logger.getLogger(BatchPart.class);

    /** So few that what a page takes is not noticed by others. */
    private static final int PAGE = 200;

    private final DataSource database;
    private final Impact run;
    private final ImpactProgress progress;
    private final Policy before;
    private final Policy after;
    private final Pace pace;
    private final List<BatchTally> days = new ArrayList<>();
    private int changed;
    private int listed;

    BatchPart(DataSource database, Impact run, ImpactProgress progress, Policy before, Policy after, Pace pace) {
        this.database = database;
        this.run = run;
        this.progress = progress;
        this.before = before;
        this.after = after;
        this.pace = pace;
        for (int i = 0; i < run.question().days(); i++) {
            days.add(new BatchTally());
        }
    }

    /** What the rules say about a batch, as it counts and as it is shown. */
    private record Decided(@Nullable BatchDecision decision, BatchSide side) {}

    /**
     * Decides all of them, and writes which are changed.
     *
     * @throws ImpactLostException if the run is not this node's any more
     * @throws InterruptedException if the node stops
     */
    BatchResult carryOut() throws SQLException, InterruptedException {
        long last = 0;
        List<StoredBatches.Decidable> page;
        do {
            long begin = System.nanoTime();
            page = page(last);
            ChangedBatchRows rows = new ChangedBatchRows(run);
            for (StoredBatches.Decidable one : page) {
                add(one, rows);
                last = one.batch().no();
            }
            progress.write(rows::write, page.size());
            TimeUnit.NANOSECONDS.sleep(pace.restAfter(System.nanoTime() - begin));
        } while (page.size() == PAGE);
        return new BatchResult(changed, listed, List.copyOf(days));
    }

    private List<StoredBatches.Decidable> page(long last) throws SQLException {
        ImpactQuestion question = run.question();
        return Snapshot.of(
                database, connection -> StoredBatches.ofDays(connection, question.from(), question.to(), last, PAGE));
    }

    private void add(StoredBatches.Decidable one, ChangedBatchRows rows) {
        StoredBatch batch = one.batch();
        int day = batch.decision().asOf();
        // Every stored batch is for a market.
        String market = Objects.requireNonNull(batch.declared().facts().marketId());
        Decided was = decided(one, before);
        Decided is = decided(one, after);
        BatchChange change = BatchChange.between(was.decision, is.decision);
        BatchTally tally = days.get(day - run.question().from());
        tally.add(market, was.decision, is.decision, change);
        if (change != null) {
            changed++;
            ChangedBatch found = new ChangedBatch(batch.no(), batch.id(), day, market, change, was.side, is.side);
            tally.name(found);
            if (listed < MOST_LISTED) {
                listed++;
                rows.add(found);
            }
        }
    }

    private Decided decided(StoredBatches.Decidable one, Policy policy) {
        try {
            BatchDecision decision = one.by(policy);
            return new Decided(
                    decision,
                    decision == null ? BatchSide.undecidable(BatchSide.WORD_UNDECLARED) : BatchSide.of(decision));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "Impact %s: deciding batch number %d failed",
                    run.id(),
                    one.batch().no());
            return new Decided(null, BatchSide.undecidable(BatchSide.DECISION_FAILED));
        }
    }
}
