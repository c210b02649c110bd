package org.anxin.admission;

import java.util.Set;
import java.util.stream.Collectors;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;

/** Decides whether batches may enter, by one ruleset (SPEC section 5). Immutable and safe for many threads. */
public final class AdmissionPolicy {
    private final Words words;
    private final Set<String> listing;
    private final Answers<Declaration, Laid[]> declarations;
    private final Answers<DeclaredLot, Laid[]> lots;
    private final Answers<LotCoverage, Laid[]> coverage;
    private final Answers<PresentedDocument, Laid[]> documents;
    private final Answers<LotOnRecord, Laid[]> recordedLots;
    private final Answers<DocumentOnRecord, Laid[]> recordedDocuments;

    /** The policy that {@code ruleset} lays down. */
    public AdmissionPolicy(Ruleset ruleset) {
        words = ruleset.words();
        listing = words.all("document").stream()
                .filter(Words.Word::listsLots)
                .map(Words.Word::code)
                .collect(Collectors.toUnmodifiableSet());
        declarations = ruleset.answers(Declaration.TYPE, Laid::by);
        lots = ruleset.answers(DeclaredLot.TYPE, Laid::by);
        coverage = ruleset.answers(LotCoverage.TYPE, Laid::by);
        documents = ruleset.answers(PresentedDocument.TYPE, Laid::by);
        recordedLots = ruleset.answers(LotOnRecord.TYPE, Laid::by);
        recordedDocuments = ruleset.answers(DocumentOnRecord.TYPE, Laid::by);
    }

    /**
     * Makes {@code batch} ready to be decided.
     *
     * @param asOf epoch day of the decision
     */
    public PreparedBatch prepare(Batch batch, int asOf) {
        return new PreparedBatch(batch, asOf, words, listing);
    }

    /**
     * May the batch enter?
     *
     * @param asOf epoch day of the decision
     */
    public BatchDecision decide(Batch batch, int asOf) {
        return decide(prepare(batch, asOf));
    }

    /**
     * May the batch enter, on the day it was prepared for?
     *
     * @throws IllegalArgumentException if it was prepared by a policy in which other types of document list lots
     */
    public BatchDecision decide(PreparedBatch batch) {
        if (batch.listing != listing && !batch.listing.equals(listing)) {
            throw new IllegalArgumentException("prepared for rules in which other documents list lots");
        }
        Gathering found = new Gathering(batch, words);
        gather(batch, found);
        return found.decision();
    }

    /**
     * The same for a stored batch, with what is on record beside it. For one that was admitted: does that still count? Then
     * only what is on record about its documents is asked, since an admission is not made again every day; {@code ADMIT}
     * means that it counts.
     *
     * @param asOf epoch day of the decision
     */
    public BatchDecision decide(Batch batch, OnRecord record, int asOf) {
        PreparedBatch prepared = prepare(batch, asOf);
        Gathering found = new Gathering(prepared, words, record);
        RecordCheck check = new RecordCheck(prepared, record);
        if (!record.admitted()) {
            gather(prepared, found);
            for (RecordCheck.RecordedLot lot : check.lots()) {
                for (Laid laid : recordedLots.of(lot.fact())) {
                    found.lots(laid, lot.fact().document(), lot.spellings());
                }
            }
        }
        for (PreparedDocument document : prepared.documents) {
            for (Laid laid : recordedDocuments.of(check.of(document))) {
                found.document(laid, document);
            }
        }
        return found.decision();
    }

    private void gather(PreparedBatch batch, Gathering found) {
        for (Laid laid : declarations.of(batch.declaration)) {
            found.add(laid, null, null, null);
        }
        for (DeclaredLots alike : batch.lots) {
            for (Laid laid : lots.of(alike.fact())) {
                found.lots(laid, null, alike.spellings());
            }
        }
        for (CoveredLots alike : batch.coverage) {
            for (Laid laid : coverage.of(alike.fact())) {
                found.lots(laid, alike.fact().document(), alike.spellings());
            }
        }
        for (PreparedDocument document : batch.documents) {
            for (Laid laid : documents.of(document.fact())) {
                found.document(laid, document);
            }
        }
    }
}
