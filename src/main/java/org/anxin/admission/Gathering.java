package org.anxin.admission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** The findings of one decision while it is made. Nothing is allocated for a batch without findings. */
final class Gathering {
    private final PreparedBatch batch;
    private final int asOf;
    private final Words words;
    private @Nullable List<Finding> findings;

    Gathering(PreparedBatch batch, int asOf, Words words) {
        this.batch = batch;
        this.asOf = asOf;
        this.words = words;
    }

    void declaration(Laid[] laid) {
        for (Laid one : laid) {
            add(one, null, null, null);
        }
    }

    void document(Laid[] laid, PreparedDocument document) {
        for (Laid one : laid) {
            add(one, document.type(), document, null);
        }
    }

    void lots(Laid[] laid, AlikeLots lots) {
        for (Laid one : laid) {
            for (String spelling : lots.spellings()) {
                add(one, lots.document(), null, spelling);
            }
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

    private void add(Laid laid, @Nullable String type, @Nullable PreparedDocument document, @Nullable String lot) {
        if (findings == null) {
            findings = new ArrayList<>();
        }
        Fault fault = laid.fault();
        String meant = fault.document() == null ? type : fault.document();
        // A rule about one document may blame another type; then no single document is meant.
        PreparedDocument single = document == null || !document.type().equals(meant) ? null : document;
        findings.add(new Finding(
                fault.code(),
                fault.severity(),
                meant,
                single == null ? null : single.number(),
                fault.field(),
                lot,
                laid.rule(),
                new Grounds(batch.batch, single == null ? null : single.sent(), asOf, words)));
    }
}
