package org.anxin.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.jspecify.annotations.Nullable;

/** What each shipped admission rule lays down, written once more in Java. */
final class ShippedFaults {
    private final Map<String, Rule> rules = new HashMap<>();

    final Laid goodsNameBlank;
    final Laid originBlank;
    final Laid supplierBlank;
    final Laid declaredOnMissing;
    final Laid declaredInFuture;
    final Laid lotsMissing;
    final Laid lotNumberBlank;
    final Laid quantityMissing;
    final Laid notActivated;
    final Laid notSigned;
    final Laid licence;
    final Laid quarantine;
    final Laid disinfection;
    final Laid test;
    final Laid numberBlank;
    final Laid issuedOnMissing;
    final Laid issuedInFuture;
    final Laid issuedAfterEntry;
    final Laid sampledInFuture;
    final Laid sampledAfterIssued;
    final Laid expired;
    final Laid holderBlank;
    final Laid validUntilMissing;
    final Laid holderDiffers;
    final Laid documentWithoutLots;
    final Laid originDiffers;
    final Laid goodsNameDiffers;
    final Laid resultMissing;
    final Laid sampledOnMissing;
    final Laid notNegative;
    final Laid notOnQuarantine;
    final Laid notOnDisinfection;
    final Laid notOnTest;
    final Laid quantityExceeded;
    final Laid unitDiffers;

    ShippedFaults(Ruleset ruleset) {
        ruleset.rules().forEach(rule -> rules.put(rule.id(), rule));
        goodsNameBlank = field("AD-DECL-GOODS", "DECLARATION_INCOMPLETE", "goods.name");
        originBlank = field("AD-DECL-ORIGIN", "DECLARATION_INCOMPLETE", "goods.origin");
        supplierBlank = field("AD-DECL-SUPPLIER", "DECLARATION_INCOMPLETE", "supplier");
        declaredOnMissing = field("AD-DECL-DATE", "DECLARATION_INCOMPLETE", "declaredOn");
        declaredInFuture = field("AD-DECLARED-FUTURE", "DATE_IN_FUTURE", "declaredOn");
        lotsMissing = field("AD-DECL-LOTS", "DECLARATION_INCOMPLETE", "lots");
        lotNumberBlank = field("AD-DECL-LOT-NUMBER", "DECLARATION_INCOMPLETE", "lots.lotNo");
        quantityMissing = field("AD-DECL-QUANTITY", "DECLARATION_INCOMPLETE", "lots.quantity");
        notActivated = reject("AD-OPERATOR", "OPERATOR_NOT_ACTIVATED");
        notSigned = reject("AD-LETTER", "LETTER_NOT_SIGNED");
        licence = missing("AD-LICENCE", "SUPPLIER_LICENCE");
        quarantine = missing("AD-QUARANTINE", "QUARANTINE_CERTIFICATE");
        disinfection = missing("AD-DISINFECTION", "DISINFECTION_CERTIFICATE");
        test = missing("AD-TEST", "TEST_REPORT");
        numberBlank = field("AD-DOC-NUMBER", "DOCUMENT_INCOMPLETE", "number");
        issuedOnMissing = field("AD-DOC-ISSUED", "DOCUMENT_INCOMPLETE", "issuedOn");
        issuedInFuture = field("AD-ISSUED-FUTURE", "DATE_IN_FUTURE", "issuedOn");
        issuedAfterEntry = field("AD-ISSUED-ENTRY", "DATE_ORDER", "issuedOn");
        sampledInFuture = field("AD-SAMPLED-FUTURE", "DATE_IN_FUTURE", "sampledOn");
        sampledAfterIssued = field("AD-SAMPLED-ISSUED", "DATE_ORDER", "sampledOn");
        expired = reject("AD-EXPIRED", "DOCUMENT_EXPIRED");
        holderBlank = field("AD-LICENCE-HOLDER", "DOCUMENT_INCOMPLETE", "holder");
        validUntilMissing = field("AD-LICENCE-VALIDITY", "DOCUMENT_INCOMPLETE", "validUntil");
        holderDiffers = reject("AD-SUPPLIER", "SUPPLIER_MISMATCH");
        documentWithoutLots = field("AD-DOC-LOTS", "DOCUMENT_INCOMPLETE", "lots");
        originDiffers = reject("AD-ORIGIN", "ORIGIN_MISMATCH");
        goodsNameDiffers = review("AD-GOODS-NAME", "GOODS_NAME_DIFFERS");
        resultMissing = field("AD-TEST-RESULT", "DOCUMENT_INCOMPLETE", "result");
        sampledOnMissing = field("AD-TEST-SAMPLED", "DOCUMENT_INCOMPLETE", "sampledOn");
        notNegative = reject("AD-TEST-NEGATIVE", "TEST_NOT_NEGATIVE");
        notOnQuarantine = reject("AD-LOT-QUARANTINE", "LOT_NOT_COVERED");
        notOnDisinfection = reject("AD-LOT-DISINFECTION", "LOT_NOT_COVERED");
        notOnTest = reject("AD-LOT-TEST", "LOT_NOT_COVERED");
        quantityExceeded = reject("AD-QUANTITY", "QUANTITY_EXCEEDED");
        unitDiffers = review("AD-UNIT", "UNIT_DIFFERS");
    }

    private Laid reject(String rule, String code) {
        return laid(rule, Severity.REJECT, code, null, null);
    }

    private Laid review(String rule, String code) {
        return laid(rule, Severity.REVIEW, code, null, null);
    }

    private Laid field(String rule, String code, String field) {
        return laid(rule, Severity.REJECT, code, null, field);
    }

    private Laid missing(String rule, String document) {
        return laid(rule, Severity.REJECT, "DOCUMENT_MISSING", document, null);
    }

    private Laid laid(String rule, Severity severity, String code, @Nullable String document, @Nullable String field) {
        return new Laid(Objects.requireNonNull(rules.get(rule), rule), new Fault(severity, code, document, field));
    }
}
