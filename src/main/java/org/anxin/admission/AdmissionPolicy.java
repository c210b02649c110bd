package org.anxin.admission;

import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;

/** Decides whether batches may enter, by one ruleset (SPEC section 5). Immutable and safe for many threads. */
public final class AdmissionPolicy {
    private final Words words;
    private final Answers<Declaration, Laid[]> declarations;
    private final Answers<DeclaredLot, Laid[]> lots;
    private final Answers<LotCoverage, Laid[]> coverage;
    private final Answers<PresentedDocument, Laid[]> documents;

    /** The policy that {@code ruleset} lays down. */
    public AdmissionPolicy(Ruleset ruleset) {
        words = ruleset.words();
        declarations = ruleset.answers(Declaration.TYPE, Laid::by);
        lots = ruleset.answers(DeclaredLot.TYPE, Laid::by);
        coverage = ruleset.answers(LotCoverage.TYPE, Laid::by);
        documents = ruleset.answers(PresentedDocument.TYPE, Laid::by);
    }

    /** Makes {@code batch} ready to be decided by this policy on any day. */
    public PreparedBatch prepare(Batch batch) {
        return PreparedBatch.of(batch, words);
    }

    /** May the batch enter? @param asOf epoch day of the decision */
    public BatchDecision decide(Batch batch, int asOf) {
        return decide(prepare(batch), asOf);
    }

    /**
     * May the batch enter?
     *
     * @param asOf epoch day of the decision
     * @throws IllegalArgumentException if the batch was prepared with the words of another ruleset
     */
    public BatchDecision decide(PreparedBatch batch, int asOf) {
        if (batch.words != words) {
            throw new IllegalArgumentException("prepared for another ruleset");
        }
        Gathering gathering = new Gathering(batch, asOf);
        gathering.declaration(declarations.of(batch.declaration(asOf)));
        for (AlikeLots alike : batch.lots) {
            gathering.lots(lots.of(alike.declared(asOf, batch.entry)), alike);
        }
        for (AlikeLots alike : batch.coverage) {
            gathering.lots(coverage.of(alike.covered(asOf, batch.entry)), alike);
        }
        for (PreparedDocument document : batch.documents) {
            gathering.document(documents.of(document.on(asOf, batch.entry)), document);
        }
        return gathering.decision();
    }
}
