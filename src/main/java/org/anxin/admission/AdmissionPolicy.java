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
    }

    /** Makes {@code batch} ready to be decided on any day. */
    public PreparedBatch prepare(Batch batch) {
        return new PreparedBatch(batch, words, listing);
    }

    /**
     * May the batch enter?
     *
     * @param asOf epoch day of the decision
     */
    public BatchDecision decide(Batch batch, int asOf) {
        return decide(prepare(batch), asOf);
    }

    /**
     * May the batch enter?
     *
     * @param asOf epoch day of the decision
     * @throws IllegalArgumentException if it was prepared by a policy in which other types of document list lots
     */
    public BatchDecision decide(PreparedBatch batch, int asOf) {
        if (!listing.equals(batch.listing)) {
            throw new IllegalArgumentException("prepared for rules in which other documents list lots");
        }
        DayFacts facts = batch.on(asOf);
        Gathering gathering = new Gathering(batch, asOf, words);
        gathering.declaration(declarations.of(facts.declaration()));
        for (int at = 0; at < facts.lots().length; at++) {
            gathering.lots(lots.of(facts.lots()[at]), batch.lots[at]);
        }
        for (int at = 0; at < facts.coverage().length; at++) {
            gathering.lots(coverage.of(facts.coverage()[at]), batch.coverage[at]);
        }
        for (int at = 0; at < facts.documents().length; at++) {
            gathering.document(documents.of(facts.documents()[at]), batch.documents[at]);
        }
        return gathering.decision();
    }
}
