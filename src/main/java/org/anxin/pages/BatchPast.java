package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.desk.FalseDocument;
import org.anxin.desk.FalseDocuments;
import org.anxin.desk.MadeDecision;
import org.anxin.desk.Recall;
import org.anxin.desk.Settlement;
import org.anxin.desk.StoredBatch;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Versions;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** What became of a batch so far. */
@Singleton
class BatchPast {
    private final FalseDocuments falseDocuments;
    private final ActivePolicy activePolicy;
    private final Versions versions;

    BatchPast(FalseDocuments falseDocuments, ActivePolicy activePolicy, Versions versions) {
        this.falseDocuments = falseDocuments;
        this.activePolicy = activePolicy;
        this.versions = versions;
    }

    /** Number of the version of a ruleset, 0 if it has none; {@code known} are those looked up before. */
    int version(String ruleset, Map<String, Integer> known) throws SQLException {
        Integer there = known.get(ruleset);
        if (there == null) {
            RulesetVersion version = versions.find(ruleset);
            there = version == null ? 0 : version.no();
            known.put(ruleset, there);
        }
        return there;
    }

    /** Decisions, the newest first. */
    List<BatchPage.Made> decisions(List<MadeDecision> decisions, Policy policy) throws SQLException {
        Map<String, Integer> known = new HashMap<>();
        List<BatchPage.Made> made = new ArrayList<>();
        for (MadeDecision one : decisions) {
            made.add(new BatchPage.Made(
                    one.no(),
                    one.decided(),
                    one.decidedBy(),
                    BatchStates.name(one.cause()),
                    one.asOf(),
                    BatchStates.mark(one.outcome()),
                    BatchStates.name(one.outcome()),
                    BatchFaults.of(one.findings(), policy).all().stream()
                            .map(FoundFault::name)
                            .distinct()
                            .toList(),
                    version(one.ruleset(), known),
                    verdict(one.settlement())));
        }
        Collections.reverse(made);
        return made;
    }

    private static BatchPage.@Nullable Verdict verdict(@Nullable Settlement settled) {
        return settled == null
                ? null
                : new BatchPage.Verdict(
                        BatchStates.name(settled.outcome()), settled.reason(), settled.settled(), settled.settledBy());
    }

    /** Recalls, the newest first. */
    List<BatchPage.Recalled> recalls(StoredBatch batch) throws SQLException {
        List<BatchPage.Recalled> recalls = new ArrayList<>();
        for (Recall recall : batch.recalls()) {
            FalseDocument entry = Objects.requireNonNull(falseDocuments.entry(recall.falseDocument()));
            Bilingual type = PeopleLists.word(activePolicy.current().ruleset().words(), "document", entry.type());
            recalls.add(new BatchPage.Recalled(
                    entry.no(),
                    new Bilingual(type.zh() + " " + entry.number(), type.en() + " " + entry.number()),
                    entry.reason(),
                    recall.recalled(),
                    entry.withdrawal() != null));
        }
        Collections.reverse(recalls);
        return recalls;
    }
}
