package org.anxin.admission;

import org.anxin.rulebook.Firing;
import org.anxin.rulebook.PlainSession;
import org.anxin.rulebook.Ruleset;

/** The same rules with one Drools session per batch and nothing remembered, as rule services are usually built. */
public final class SessionPerBatch {
    private final Ruleset ruleset;

    /**
     * @param ruleset with the rules of the folder {@code admission}
     */
    public SessionPerBatch(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** May the batch enter? */
    public BatchDecision decide(PreparedBatch batch) {
        Gathering found = new Gathering(batch, ruleset.words());
        try (PlainSession session = new PlainSession(ruleset)) {
            session.insert(batch.declaration);
            for (DeclaredLots lots : batch.lots) {
                session.insert(lots.fact());
            }
            for (CoveredLots lots : batch.coverage) {
                session.insert(lots.fact());
            }
            for (PreparedDocument document : batch.documents) {
                session.insert(document.fact());
            }
            session.fire((fact, firing) -> add(fact, firing, batch, found));
        }
        return found.decision();
    }

    @SuppressWarnings("ReferenceEquality") // Documents may be equal to rules and yet be different ones.
    private static void add(Object fact, Firing firing, PreparedBatch batch, Gathering found) {
        Laid laid = new Laid(firing.rule(), (Fault) firing.consequence());
        if (fact == batch.declaration) {
            found.add(laid, null, null, null);
        }
        for (DeclaredLots lots : batch.lots) {
            if (lots.fact() == fact) {
                found.lots(laid, null, lots.spellings());
            }
        }
        for (CoveredLots lots : batch.coverage) {
            if (lots.fact() == fact) {
                found.lots(laid, lots.fact().document(), lots.spellings());
            }
        }
        for (PreparedDocument document : batch.documents) {
            if (document.fact() == fact) {
                found.document(laid, document);
            }
        }
    }
}
