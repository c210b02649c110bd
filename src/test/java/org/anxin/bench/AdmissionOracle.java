package org.anxin.bench;

import static org.anxin.time.Days.NONE;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Document;
import org.anxin.admission.Operator;
import org.anxin.bench.NormalisedBatch.Line;
import org.anxin.bench.NormalisedBatch.Paper;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/**
 * The shipped admission checks written from SPEC section 5 alone, from the batch as sent and by other means than the
 * service: an independent second opinion on its decisions.
 */
public final class AdmissionOracle {
    private static final String LICENCE = "SUPPLIER_LICENCE";
    private static final String QUARANTINE = "QUARANTINE_CERTIFICATE";
    private static final String DISINFECTION = "DISINFECTION_CERTIFICATE";
    private static final String TEST = "TEST_REPORT";

    private final Map<String, Rule> rules = new HashMap<>();
    private final Words words;

    AdmissionOracle(Ruleset ruleset) {
        ruleset.rules().forEach(rule -> rules.put(rule.id(), rule));
        words = ruleset.words();
    }

    BatchDecision decide(NormalisedBatch batch, int asOf) {
        OracleFindings found = new OracleFindings(batch.batch(), asOf, rules, words);
        declaration(batch, asOf, found);
        lots(batch, found);
        for (Paper paper : batch.documents()) {
            document(paper, batch, asOf, found);
        }
        coverage(batch, found);
        return found.decision();
    }

    private static void declaration(NormalisedBatch batch, int asOf, OracleFindings found) {
        if (batch.goodsName().isEmpty()) {
            found.incomplete("AD-DECL-GOODS", "goods.name", null);
        }
        if (batch.origin().isEmpty()) {
            found.incomplete("AD-DECL-ORIGIN", "goods.origin", null);
        }
        if (batch.supplier().isEmpty()) {
            found.incomplete("AD-DECL-SUPPLIER", "supplier", null);
        }
        if (batch.batch().declaredOn() == NONE) {
            found.incomplete("AD-DECL-DATE", "declaredOn", null);
        } else if (batch.batch().declaredOn() > asOf) {
            found.reject("AD-DECLARED-FUTURE", "DATE_IN_FUTURE", null, "declaredOn");
        }
        if (batch.lots().isEmpty()) {
            found.incomplete("AD-DECL-LOTS", "lots", null);
        }
        operator(batch.batch().operator(), asOf, found);
    }

    private static void operator(@Nullable Operator operator, int asOf, OracleFindings found) {
        if (operator == null || !Boolean.TRUE.equals(operator.activated())) {
            found.reject("AD-OPERATOR", "OPERATOR_NOT_ACTIVATED", null, null);
        }
        int signedOn = operator == null ? NONE : operator.responsibilityLetterSignedOn();
        if (signedOn == NONE || signedOn > asOf) {
            found.reject("AD-LETTER", "LETTER_NOT_SIGNED", null, null);
        }
    }

    private static void lots(NormalisedBatch batch, OracleFindings found) {
        for (Line line : batch.lots()) {
            if (line.lotNo().isEmpty()) {
                found.incomplete("AD-DECL-LOT-NUMBER", "lots.lotNo", null);
            }
            if (line.quantity() == null) {
                found.incomplete("AD-DECL-QUANTITY", "lots.quantity", line.sent());
            }
        }
    }

    private static void document(Paper paper, NormalisedBatch batch, int asOf, OracleFindings found) {
        Document sent = paper.sent();
        if (paper.number() == null) {
            found.reject("AD-DOC-NUMBER", "DOCUMENT_INCOMPLETE", paper, "number");
        }
        dates(paper, batch.entry(), asOf, found);
        switch (sent.type()) {
            case LICENCE -> licence(paper, batch, found);
            case QUARANTINE -> quarantine(paper, batch, found);
            case DISINFECTION -> listed(paper, found);
            case TEST -> test(paper, found);
            default -> {}
        }
    }

    private static void dates(Paper paper, int entry, int asOf, OracleFindings found) {
        Document sent = paper.sent();
        if (sent.issuedOn() == NONE) {
            found.reject("AD-DOC-ISSUED", "DOCUMENT_INCOMPLETE", paper, "issuedOn");
        } else {
            if (sent.issuedOn() > asOf) {
                found.reject("AD-ISSUED-FUTURE", "DATE_IN_FUTURE", paper, "issuedOn");
            }
            if (entry != NONE && sent.issuedOn() > entry) {
                found.reject("AD-ISSUED-ENTRY", "DATE_ORDER", paper, "issuedOn");
            }
            if (sent.sampledOn() > sent.issuedOn()) {
                found.reject("AD-SAMPLED-ISSUED", "DATE_ORDER", paper, "sampledOn");
            }
        }
        if (sent.sampledOn() > asOf) {
            found.reject("AD-SAMPLED-FUTURE", "DATE_IN_FUTURE", paper, "sampledOn");
        }
        if (sent.validUntil() != NONE && sent.validUntil() < entry) {
            found.reject("AD-EXPIRED", "DOCUMENT_EXPIRED", paper, null);
        }
    }

    private static void licence(Paper paper, NormalisedBatch batch, OracleFindings found) {
        if (paper.holder().isEmpty()) {
            found.reject("AD-LICENCE-HOLDER", "DOCUMENT_INCOMPLETE", paper, "holder");
        } else if (!batch.supplier().isEmpty() && !paper.holder().equals(batch.supplier())) {
            found.reject("AD-SUPPLIER", "SUPPLIER_MISMATCH", paper, null);
        }
        if (paper.sent().validUntil() == NONE) {
            found.reject("AD-LICENCE-VALIDITY", "DOCUMENT_INCOMPLETE", paper, "validUntil");
        }
    }

    private static void quarantine(Paper paper, NormalisedBatch batch, OracleFindings found) {
        listed(paper, found);
        if (!paper.origin().isEmpty()
                && !batch.origin().isEmpty()
                && !paper.origin().equals(batch.origin())) {
            found.reject("AD-ORIGIN", "ORIGIN_MISMATCH", paper, null);
        }
        if (!paper.goodsName().isEmpty()
                && !batch.goodsName().isEmpty()
                && !paper.goodsName().equals(batch.goodsName())) {
            found.review("AD-GOODS-NAME", "GOODS_NAME_DIFFERS", QUARANTINE, paper, null);
        }
    }

    private static void listed(Paper paper, OracleFindings found) {
        if (paper.lots().isEmpty()) {
            found.reject("AD-DOC-LOTS", "DOCUMENT_INCOMPLETE", paper, "lots");
        }
    }

    private static void test(Paper paper, OracleFindings found) {
        listed(paper, found);
        if (paper.result().isEmpty()) {
            found.reject("AD-TEST-RESULT", "DOCUMENT_INCOMPLETE", paper, "result");
        } else if (!"NEGATIVE".equals(paper.sent().result())) {
            found.reject("AD-TEST-NEGATIVE", "TEST_NOT_NEGATIVE", paper, null);
        }
        if (paper.sent().sampledOn() == NONE) {
            found.reject("AD-TEST-SAMPLED", "DOCUMENT_INCOMPLETE", paper, "sampledOn");
        }
    }

    private static void coverage(NormalisedBatch batch, OracleFindings found) {
        if (!presented(batch, LICENCE)) {
            found.missing("AD-LICENCE", LICENCE);
        }
        if (presented(batch, QUARANTINE)) {
            covered(batch, QUARANTINE, "AD-LOT-QUARANTINE", found);
            quantities(batch, found);
        } else {
            found.missing("AD-QUARANTINE", QUARANTINE);
        }
        if (presented(batch, DISINFECTION)) {
            covered(batch, DISINFECTION, "AD-LOT-DISINFECTION", found);
        } else {
            found.missing("AD-DISINFECTION", DISINFECTION);
        }
        if (presented(batch, TEST)) {
            covered(batch, TEST, "AD-LOT-TEST", found);
        } else {
            found.missing("AD-TEST", TEST);
        }
    }

    private static boolean presented(NormalisedBatch batch, String type) {
        List<Paper> documents = batch.documents();
        for (int at = 0; at < documents.size(); at++) {
            if (documents.get(at).sent().type().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static void covered(NormalisedBatch batch, String type, String rule, OracleFindings found) {
        for (Line line : batch.lots()) {
            if (!line.lotNo().isEmpty() && !covers(batch, type, line.lotNo())) {
                found.lot(rule, "LOT_NOT_COVERED", type, line.sent());
            }
        }
    }

    private static boolean covers(NormalisedBatch batch, String type, String lotNo) {
        for (Paper paper : batch.documents()) {
            if (paper.sent().type().equals(type)) {
                for (Line line : paper.lots()) {
                    if (line.lotNo().equals(lotNo)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void quantities(NormalisedBatch batch, OracleFindings found) {
        for (Line line : batch.lots()) {
            if (!line.lotNo().isEmpty() && line.quantity() != null) {
                quantity(line, batch, found);
            }
        }
    }

    private static void quantity(Line declared, NormalisedBatch batch, OracleFindings found) {
        BigDecimal certified = BigDecimal.ZERO;
        for (Paper paper : batch.documents()) {
            if (paper.sent().type().equals(QUARANTINE)) {
                for (Line line : paper.lots()) {
                    if (line.quantity() != null && line.lotNo().equals(declared.lotNo())) {
                        if (!line.unit().equals(declared.unit())) {
                            found.review("AD-UNIT", "UNIT_DIFFERS", QUARANTINE, null, declared.sent());
                            return;
                        }
                        certified = certified.signum() == 0 ? line.quantity() : certified.add(line.quantity());
                    }
                }
            }
        }
        if (certified.signum() > 0 && total(declared, batch).compareTo(certified) > 0) {
            found.lot("AD-QUANTITY", "QUANTITY_EXCEEDED", QUARANTINE, declared.sent());
        }
    }

    private static BigDecimal total(Line declared, NormalisedBatch batch) {
        BigDecimal total = BigDecimal.ZERO;
        for (Line line : batch.lots()) {
            if (line.quantity() != null
                    && line.lotNo().equals(declared.lotNo())
                    && line.unit().equals(declared.unit())) {
                total = total.signum() == 0 ? line.quantity() : total.add(line.quantity());
            }
        }
        return total;
    }
}
