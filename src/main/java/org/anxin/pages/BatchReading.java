package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.anxin.desk.BatchState;
import org.anxin.desk.MadeDecision;
import org.anxin.desk.Passes;
import org.anxin.desk.StoredBatch;
import org.anxin.desk.StoredBatches;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what the page of a batch shows. */
@Singleton
class BatchReading {
    private final StoredBatches batches;
    private final Passes passes;
    private final BatchDeclared declared;
    private final BatchPast past;
    private final ActivePolicy activePolicy;
    private final StoredRulesets rulesets;
    private final Pages pages;

    BatchReading(
            StoredBatches batches,
            Passes passes,
            BatchDeclared declared,
            BatchPast past,
            ActivePolicy activePolicy,
            StoredRulesets rulesets,
            Pages pages) {
        this.batches = batches;
        this.passes = passes;
        this.declared = declared;
        this.past = past;
        this.activePolicy = activePolicy;
        this.rulesets = rulesets;
        this.pages = pages;
    }

    /**
     * Forms of the page that were sent and refused.
     *
     * @param settle the verdict; null if it was not sent
     * @param again deciding again; null likewise
     * @param scan of a document; null likewise
     * @param refusal why; null if a field says so
     */
    record Refused(
            @Nullable FilledForm settle,
            @Nullable FilledForm again,
            @Nullable FilledForm scan,
            @Nullable Bilingual refusal) {
        static final Refused NOTHING = new Refused(null, null, null, null);

        @Nullable
        FilledForm settle(BatchState state) {
            return settle == null && state == BatchState.REVIEW ? FilledForm.fresh() : settle;
        }

        FilledForm again(int today) {
            return again == null ? FilledForm.fresh().with("asOf", Days.text(today)) : again;
        }
    }

    /** The batch; a page that says so where there is none. */
    StoredBatch required(String id) throws SQLException {
        StoredBatch batch = batches.find(Query.requireId(id));
        if (batch == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return batch;
    }

    /** The rules by which a stored decision was made; the active ones where those are gone. */
    Policy policy(String ruleset) throws SQLException {
        Policy active = activePolicy.current();
        if (active.ruleset().id().equals(ruleset)) {
            return active;
        }
        Policy stored = rulesets.policy(ruleset);
        return stored == null ? active : stored;
    }

    /** The page of a batch. */
    BatchPage of(String id, Refused refused) throws SQLException {
        StoredBatch batch = required(id);
        MadeDecision newest = batch.decision();
        Policy policy = policy(newest.ruleset());
        BatchFaults faults = BatchFaults.of(newest.findings(), policy);
        Bilingual sentence = BatchSentence.of(batch, faults.all());
        List<BatchPage.LotRow> lots =
                BatchDeclared.lots(batch.declared().facts().lots(), faults);
        List<BatchPage.Item> items = declared.items(batch.declared().facts(), faults);
        List<FoundFault> lotFaults = BatchDeclared.lotFaults(faults);
        List<BatchPage.Group> groups =
                new BatchDocuments(batch, policy.ruleset().words(), faults).groups();
        return new BatchPage(
                batch.id(),
                BatchStates.mark(batch.state()),
                BatchStates.name(batch.state()),
                sentence,
                newest.asOf(),
                newest.no(),
                past.version(newest.ruleset(), new HashMap<>()),
                items,
                lots,
                lotFaults,
                faults.all(),
                groups,
                past.decisions(Objects.requireNonNull(batches.decisions(id)), policy),
                past.recalls(batch),
                passes.code(id),
                batch.received(),
                batch.receivedBy(),
                refused.settle(batch.state()),
                refused.again(pages.today()),
                Objects.requireNonNullElseGet(refused.scan, FilledForm::fresh),
                refused.refusal);
    }
}
