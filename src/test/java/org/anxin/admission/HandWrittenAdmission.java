package org.anxin.admission;

import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;
import org.anxin.time.Days;

/**
 * The shipped admission rules as a Java programmer would write them without a rule engine, on the facts that the rules
 * see: what their speed is measured against.
 */
public final class HandWrittenAdmission {
    private final ShippedFaults faults;
    private final Words words;

    /**
     * @param ruleset the shipped one, for what findings say of their rules
     */
    public HandWrittenAdmission(Ruleset ruleset) {
        faults = new ShippedFaults(ruleset);
        words = ruleset.words();
    }

    /** May the batch enter? */
    public BatchDecision decide(PreparedBatch batch) {
        Gathering found = new Gathering(batch, words);
        declaration(batch.declaration, found);
        for (DeclaredLots lots : batch.lots) {
            declared(lots, found);
        }
        for (CoveredLots lots : batch.coverage) {
            covered(lots, found);
        }
        for (PreparedDocument document : batch.documents) {
            document(document, found);
        }
        return found.decision();
    }

    private void declaration(Declaration declaration, Gathering found) {
        if (declaration.goodsNameBlank()) {
            found.add(faults.goodsNameBlank, null, null, null);
        }
        if (declaration.originBlank()) {
            found.add(faults.originBlank, null, null, null);
        }
        if (declaration.supplierBlank()) {
            found.add(faults.supplierBlank, null, null, null);
        }
        if (declaration.declaredOnMissing()) {
            found.add(faults.declaredOnMissing, null, null, null);
        }
        if (declaration.declaredInFuture()) {
            found.add(faults.declaredInFuture, null, null, null);
        }
        if (declaration.lotsMissing()) {
            found.add(faults.lotsMissing, null, null, null);
        }
        if (!declaration.operatorActivated()) {
            found.add(faults.notActivated, null, null, null);
        }
        if (!declaration.letterSigned()) {
            found.add(faults.notSigned, null, null, null);
        }
        if (!declaration.documents().contains("SUPPLIER_LICENCE")) {
            found.add(faults.licence, null, null, null);
        }
        if (!declaration.documents().contains("QUARANTINE_CERTIFICATE")) {
            found.add(faults.quarantine, null, null, null);
        }
        if (!declaration.documents().contains("DISINFECTION_CERTIFICATE")) {
            found.add(faults.disinfection, null, null, null);
        }
        if (!declaration.documents().contains("TEST_REPORT")) {
            found.add(faults.test, null, null, null);
        }
    }

    private void declared(DeclaredLots lots, Gathering found) {
        if (lots.fact().numberBlank()) {
            found.lots(faults.lotNumberBlank, null, lots.spellings());
        }
        if (lots.fact().quantityMissing()) {
            found.lots(faults.quantityMissing, null, lots.spellings());
        }
    }

    private void covered(CoveredLots lots, Gathering found) {
        LotCoverage fact = lots.fact();
        switch (fact.document()) {
            case "QUARANTINE_CERTIFICATE" -> {
                if (!fact.listed()) {
                    found.lots(faults.notOnQuarantine, fact.document(), lots.spellings());
                }
                if (fact.quantityExceeded()) {
                    found.lots(faults.quantityExceeded, fact.document(), lots.spellings());
                }
                if (fact.unitDiffers()) {
                    found.lots(faults.unitDiffers, fact.document(), lots.spellings());
                }
            }
            case "DISINFECTION_CERTIFICATE" -> {
                if (!fact.listed()) {
                    found.lots(faults.notOnDisinfection, fact.document(), lots.spellings());
                }
            }
            case "TEST_REPORT" -> {
                if (!fact.listed()) {
                    found.lots(faults.notOnTest, fact.document(), lots.spellings());
                }
            }
            default -> {}
        }
    }

    private void document(PreparedDocument document, Gathering found) {
        PresentedDocument fact = document.fact();
        dates(document, fact, found);
        if (fact.numberBlank()) {
            found.document(faults.numberBlank, document);
        }
        switch (fact.type()) {
            case "SUPPLIER_LICENCE" -> licence(document, fact, found);
            case "QUARANTINE_CERTIFICATE" -> quarantine(document, fact, found);
            case "DISINFECTION_CERTIFICATE" -> listing(document, fact, found);
            case "TEST_REPORT" -> report(document, fact, found);
            default -> {}
        }
    }

    private void dates(PreparedDocument document, PresentedDocument fact, Gathering found) {
        if (fact.dateOfIssueMissing()) {
            found.document(faults.issuedOnMissing, document);
        }
        if (fact.dateOfIssueInFuture()) {
            found.document(faults.issuedInFuture, document);
        }
        if (fact.dateOfIssueAfterEntry()) {
            found.document(faults.issuedAfterEntry, document);
        }
        if (fact.sampledInFuture()) {
            found.document(faults.sampledInFuture, document);
        }
        if (fact.sampledAfterIssued()) {
            found.document(faults.sampledAfterIssued, document);
        }
        if (fact.daysValid() < 0 && fact.daysValid() != Days.NONE) {
            found.document(faults.expired, document);
        }
    }

    private void licence(PreparedDocument document, PresentedDocument fact, Gathering found) {
        if (fact.holderBlank()) {
            found.document(faults.holderBlank, document);
        }
        if (fact.validUntilMissing()) {
            found.document(faults.validUntilMissing, document);
        }
        if (fact.holderDiffers()) {
            found.document(faults.holderDiffers, document);
        }
    }

    private void quarantine(PreparedDocument document, PresentedDocument fact, Gathering found) {
        listing(document, fact, found);
        if (fact.originDiffers()) {
            found.document(faults.originDiffers, document);
        }
        if (fact.goodsNameDiffers()) {
            found.document(faults.goodsNameDiffers, document);
        }
    }

    private void listing(PreparedDocument document, PresentedDocument fact, Gathering found) {
        if (fact.lotsMissing()) {
            found.document(faults.documentWithoutLots, document);
        }
    }

    private void report(PreparedDocument document, PresentedDocument fact, Gathering found) {
        listing(document, fact, found);
        if (fact.resultMissing()) {
            found.document(faults.resultMissing, document);
        } else if (!"NEGATIVE".equals(fact.result())) {
            found.document(faults.notNegative, document);
        }
        if (fact.sampledOnMissing()) {
            found.document(faults.sampledOnMissing, document);
        }
    }
}
