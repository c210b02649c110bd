package org.anxin.admission;

/**
 * All facts of one batch on one day. Lots that are the same to every rule share one fact.
 *
 * @param asOf epoch day of the decision
 * @param lots in the order of {@link PreparedBatch#lots}; likewise the other two
 */
record DayFacts(
        int asOf, Declaration declaration, DeclaredLot[] lots, LotCoverage[] coverage, PresentedDocument[] documents) {

    static DayFacts of(PreparedBatch batch, int asOf) {
        DeclaredLot[] lots = new DeclaredLot[batch.lots.length];
        for (int at = 0; at < lots.length; at++) {
            lots[at] = batch.lots[at].declared(asOf, batch.entry);
        }
        LotCoverage[] coverage = new LotCoverage[batch.coverage.length];
        for (int at = 0; at < coverage.length; at++) {
            coverage[at] = batch.coverage[at].covered(asOf, batch.entry);
        }
        PresentedDocument[] documents = new PresentedDocument[batch.documents.length];
        for (int at = 0; at < documents.length; at++) {
            documents[at] = batch.documents[at].on(asOf, batch.entry);
        }
        return new DayFacts(asOf, batch.declaration(asOf), lots, coverage, documents);
    }
}
