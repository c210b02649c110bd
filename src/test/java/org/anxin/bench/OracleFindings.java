package org.anxin.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
import org.anxin.admission.Grounds;
import org.anxin.admission.Outcome;
import org.anxin.admission.Severity;
import org.anxin.bench.NormalisedBatch.Paper;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Words;
import org.anxin.text.CodePointOrder;
import org.jspecify.annotations.Nullable;

/** The findings of {@link AdmissionOracle}. */
final class OracleFindings {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::code, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::document, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::number, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::field, CodePointOrder.NULL_FIRST)
            .thenComparing(Finding::lot, CodePointOrder.NULL_FIRST);

    private final Batch batch;
    private final int asOf;
    private final Map<String, Rule> rules;
    private final Words words;
    private @Nullable List<Finding> findings;

    OracleFindings(Batch batch, int asOf, Map<String, Rule> rules, Words words) {
        this.batch = batch;
        this.asOf = asOf;
        this.rules = rules;
        this.words = words;
    }

    void incomplete(String rule, String field, @Nullable String lot) {
        add(rule, "DECLARATION_INCOMPLETE", Severity.REJECT, null, null, field, lot);
    }

    void missing(String rule, String document) {
        add(rule, "DOCUMENT_MISSING", Severity.REJECT, document, null, null, null);
    }

    void lot(String rule, String code, String document, @Nullable String lot) {
        add(rule, code, Severity.REJECT, document, null, null, lot);
    }

    void reject(String rule, String code, @Nullable Paper paper, @Nullable String field) {
        add(rule, code, Severity.REJECT, paper == null ? null : paper.sent().type(), paper, field, null);
    }

    void review(String rule, String code, String document, @Nullable Paper paper, @Nullable String lot) {
        add(rule, code, Severity.REVIEW, document, paper, null, lot);
    }

    BatchDecision decision() {
        if (findings == null) {
            return new BatchDecision(batch.id(), Outcome.ADMIT, List.of());
        }
        findings.sort(ORDER);
        List<Finding> distinct = new ArrayList<>();
        Outcome outcome = Outcome.REVIEW;
        for (Finding finding : findings) {
            if (distinct.isEmpty() || ORDER.compare(distinct.get(distinct.size() - 1), finding) != 0) {
                distinct.add(finding);
            }
            outcome = finding.severity() == Severity.REJECT ? Outcome.REJECT : outcome;
        }
        return new BatchDecision(batch.id(), outcome, distinct);
    }

    private void add(
            String rule,
            String code,
            Severity severity,
            @Nullable String document,
            @Nullable Paper paper,
            @Nullable String field,
            @Nullable String lot) {
        if (findings == null) {
            findings = new ArrayList<>();
        }
        findings.add(new Finding(
                code,
                severity,
                document,
                paper == null ? null : paper.number(),
                field,
                lot,
                Objects.requireNonNull(rules.get(rule)),
                new Grounds(batch, paper == null ? null : paper.sent(), asOf, words)));
    }
}
