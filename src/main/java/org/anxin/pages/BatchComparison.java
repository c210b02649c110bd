package org.anxin.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
import org.anxin.admission.Outcome;
import org.anxin.admission.Severity;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Puts two decisions about a batch side by side. */
final class BatchComparison {
    private static final Bilingual OUTCOME = new Bilingual("结论", "Outcome");

    private final Words words;

    BatchComparison(Words words) {
        this.words = words;
    }

    /** Two findings are the same where the rule and the place agree. */
    private record Reason(Rule rule, List<@Nullable String> place) {
        static Reason of(Finding one) {
            return new Reason(
                    one.rule(), Arrays.asList(one.code(), one.document(), one.number(), one.field(), one.lot()));
        }
    }

    /** The lines of both, the outcome first. */
    List<Comparison.Line> lines(BatchDecision before, BatchDecision after) {
        List<Comparison.Line> lines = new ArrayList<>();
        lines.add(new Comparison.Line(OUTCOME, null, null, outcome(before.outcome()), outcome(after.outcome())));
        Set<Reason> reasons = new LinkedHashSet<>();
        before.findings().forEach(one -> reasons.add(Reason.of(one)));
        after.findings().forEach(one -> reasons.add(Reason.of(one)));
        reasons.forEach(reason -> lines.add(new Comparison.Line(
                reason.rule().title(),
                reason.rule().id(),
                reason.rule().directive().title(),
                finding(before, reason),
                finding(after, reason))));
        return lines;
    }

    private static Comparison.Cell outcome(Outcome outcome) {
        return switch (outcome) {
            case ADMIT -> new Comparison.Cell(new Bilingual("准予入场", "admit"), "fine", null);
            case REVIEW -> new Comparison.Cell(new Bilingual("人工审核", "review"), "today", null);
            case REJECT -> new Comparison.Cell(new Bilingual("不予入场", "reject"), "over", null);
        };
    }

    private Comparison.@Nullable Cell finding(BatchDecision decision, Reason reason) {
        return decision.findings().stream()
                .filter(one -> Reason.of(one).equals(reason))
                .findFirst()
                .map(this::finding)
                .orElse(null);
    }

    private Comparison.Cell finding(Finding one) {
        return new Comparison.Cell(
                PeopleLists.word(words, "finding", one.code()),
                one.severity() == Severity.REJECT ? "over" : "today",
                one.message());
    }
}
