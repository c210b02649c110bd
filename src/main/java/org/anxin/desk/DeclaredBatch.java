package org.anxin.desk;

import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Operator;
import org.anxin.onboarding.Span;
import org.anxin.time.Days;

/**
 * What a stored batch was declared as, with its operator as registered.
 *
 * @param no the number by which tables know it
 * @param facts as sent, without documents; the operator has an id only
 * @param activations days on which the operator's account was activated
 * @param letterSignedOn epoch day on which the operator first signed the responsibility letter, in whichever version,
 *     {@link Days#NONE} if it did not
 */
public record DeclaredBatch(long no, Batch facts, List<Span> activations, int letterSignedOn) {

    /**
     * The facts to decide.
     *
     * @param asOf epoch day of the decision
     * @param documents that count
     */
    public Batch on(int asOf, List<Document> documents) {
        Operator named = facts.operator();
        boolean activated = Span.any(activations, asOf);
        return new Batch(
                facts.id(),
                facts.marketId(),
                new Operator(named == null ? null : named.id(), activated, letterSignedOn),
                facts.declaredOn(),
                facts.arrivesOn(),
                facts.supplier(),
                facts.goods(),
                facts.lots(),
                documents);
    }
}
