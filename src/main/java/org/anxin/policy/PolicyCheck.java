package org.anxin.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anxin.rulebook.EngineException;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.Retention;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Rulebook;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.TestingVocabulary;
import org.jspecify.annotations.Nullable;

/** Checks rule files as a whole: what is written, and whether the cases beside the rules come out as expected. */
public final class PolicyCheck {

    /**
     * @param policy ready to decide; null if there is a fatal mistake
     * @param mistakes every mistake and warning, by place
     */
    public record Result(@Nullable Policy policy, List<Mistake> mistakes) {}

    static final Comparator<Mistake> BY_PLACE =
            Comparator.comparing(Mistake::at).thenComparing(Mistake::code).thenComparing(Mistake::text);

    private PolicyCheck() {}

    /** Checks the files; never throws for what an author wrote. */
    public static Result of(RuleFiles files) {
        Rulebook.Reading reading = Policy.RULEBOOK.read(files);
        Ruleset ruleset = reading.ruleset();
        if (ruleset == null) {
            return new Result(null, reading.mistakes());
        }
        List<Mistake> mistakes = new ArrayList<>(reading.mistakes());
        Retention retention = ruleset.retention();
        int reach = TestingVocabulary.reach(ruleset);
        if (retention != null && retention.days() <= reach) {
            mistakes.add(retention.tooShortFor(reach));
            mistakes.sort(BY_PLACE);
            return new Result(null, List.copyOf(mistakes));
        }
        try {
            mistakes.addAll(CaseRun.mistakes(ruleset));
            mistakes.sort(BY_PLACE);
            return new Result(Policy.of(ruleset), List.copyOf(mistakes));
        } catch (EngineException e) {
            String cause = String.valueOf(e.getMessage());
            mistakes.add(MistakeCode.ENGINE_REFUSED.at(new Position(".", 1, 1), cause));
            return new Result(null, List.copyOf(mistakes));
        }
    }
}
