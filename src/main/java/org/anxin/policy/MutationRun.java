package org.anxin.policy;

import java.util.ArrayList;
import java.util.List;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Mutant;
import org.anxin.rulebook.Ruleset;

/**
 * Changes one thing of the rules at a time and sees whether a case notices. What no case notices is nothing that the cases
 * show.
 *
 * @param noticed how many changes fail a case
 * @param same how many provably mean what the author wrote, so that no case could notice
 * @param survivors a warning for each of the others, by place
 */
public record MutationRun(int noticed, int same, List<Mistake> survivors) {

    /** Runs the cases against every change of {@code ruleset}. */
    public static MutationRun of(Ruleset ruleset) {
        Policy policy = Policy.of(ruleset);
        // One that fails as it is would notice everything.
        List<CaseFiles.Placed> cases = new CaseFiles(ruleset)
                .cases().stream()
                        .filter(placed -> CaseFiles.difference(placed.content(), policy) == null)
                        .toList();
        int[] counts = new int[2];
        List<Mistake> survivors = new ArrayList<>();
        ruleset.mutants().forEach(mutant -> {
            if (mutant.same()) {
                counts[1]++;
            } else if (notices(cases, mutant)) {
                counts[0]++;
            } else {
                survivors.add(MistakeCode.CHANGE_UNNOTICED.at(mutant.at(), mutant.was(), mutant.becomes()));
            }
        });
        survivors.sort(PolicyCheck.BY_PLACE);
        return new MutationRun(counts[0], counts[1], List.copyOf(survivors));
    }

    private static boolean notices(List<CaseFiles.Placed> cases, Mutant mutant) {
        Policy changed = Policy.of(mutant.ruleset());
        return cases.stream().anyMatch(placed -> CaseFiles.difference(placed.content(), changed) != null);
    }
}
