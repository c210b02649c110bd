package org.anxin.admission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** The findings of one decision while it is made. Nothing is allocated for a batch without findings. */
final class Gathering {
    private final PreparedBatch batch;
    private final Words words;
    private final OnRecord onRecord;
    private @Nullable List<Finding> findings;

    Gathering(PreparedBatch batch, Words words) {
        this(batch, words, OnRecord.NOTHING);
    }

    Gathering(PreparedBatch batch, Words words, OnRecord onRecord) {
        this.batch = batch;
        this.words = words;
        this.onRecord = onRecord;
    }

    /**
     * Adds a finding.
     *
     * @param type the type of document that the fact is about, null if it is about none
     */
    void add(Laid laid, @Nullable String type, @Nullable PreparedDocument document, @Nullable String lot) {
        if (findings == null) {
            findings = new ArrayList<>();
        }
        Fault fault = laid.fault();
        String meant = fault.document() == null ? type : fault.document();
        // A rule about one document may blame another type; then no single document is meant.
        PreparedDocument single = document == null || !document.fact().type().equals(meant) ? null : document;
        findings.add(new Finding(
                fault.code(),
                fault.severity(),
                meant,
                single == null ? null : single.number(),
                fault.field(),
                lot,
                laid.rule(),
                new Grounds(batch.batch, single == null ? null : single.sent(), batch.asOf, words, onRecord)));
    }

    /** Adds what is wrong with one document. */
    void document(Laid laid, PreparedDocument document) {
        add(laid, document.fact().type(), document, null);
    }

    /**
     * Adds what is wrong with some lots.
     *
     * @param document the type of document they are compared with, if with one
     */
    void lots(Laid laid, @Nullable String document, List<? extends @Nullable String> spellings) {
        for (String spelling : spellings) {
            add(laid, document, null, spelling);
        }
    }

    /** The decision: findings distinct and sorted, and the outcome that the heaviest of them gives. */
    BatchDecision decision() {
        return findings == null
                ? new BatchDecision(batch.batch.id(), Outcome.ADMIT, List.of())
                : decision(distinct(findings));
    }

    private BatchDecision decision(List<Finding> distinct) {
        Outcome outcome = Outcome.REVIEW;
        for (Finding finding : distinct) {
            if (finding.severity() == Severity.REJECT) {
                outcome = Outcome.REJECT;
            }
        }
        return new BatchDecision(batch.batch.id(), outcome, Collections.unmodifiableList(distinct));
    }

    private static List<Finding> distinct(List<Finding> findings) {
        findings.sort(Finding.BY_PLACE_AND_WEIGHT);
        List<Finding> distinct = new ArrayList<>(findings.size());
        Finding last = null;
        for (Finding finding : findings) {
            if (last == null || Finding.BY_PLACE.compare(last, finding) != 0) {
                distinct.add(finding);
            }
            last = finding;
        }
        return distinct;
    }
}
