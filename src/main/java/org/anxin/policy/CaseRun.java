package org.anxin.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.PersonDecision;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/** Runs the cases beside the rules, and finds the rules and the numbers that no case shows (SPEC section 8). */
final class CaseRun {
    private static final Bilingual FIRING = new Bilingual("适用", "applying");
    private static final Bilingual SILENT = new Bilingual("不适用", "not applying");

    private final Ruleset ruleset;
    private final Policy policy;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> fired = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final Coverage coverage;
    private int asOf = Days.NONE;

    private CaseRun(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.coverage = new Coverage(ruleset);
        // Its own policy, since everything that this one is asked is heard.
        this.policy = Policy.of(ruleset.heard(this::hear));
    }

    /** Every case that fails or cannot be read, and every rule and number that no case shows from both sides. */
    static List<Mistake> mistakes(Ruleset ruleset) {
        CaseRun run = new CaseRun(ruleset);
        CaseFiles files = new CaseFiles(ruleset);
        // What building the policy asks about is no case.
        run.fired.clear();
        run.silent.clear();
        run.mistakes.addAll(files.mistakes());
        files.cases().forEach(run::run);
        run.findUncovered();
        return run.mistakes;
    }

    private void hear(Record fact, List<Firing> firings) {
        if (asOf == Days.NONE) {
            return;
        }
        Set<String> applying = new HashSet<>();
        firings.forEach(firing -> applying.add(firing.rule().id()));
        for (Rule rule : ruleset.rulesOn(fact.getClass())) {
            (applying.contains(rule.id()) ? fired : silent).add(rule.id());
        }
        coverage.heard(fact, applying, asOf);
    }

    private void run(CaseFiles.Placed placed) {
        RuleCase one = placed.content();
        asOf = one.asOf();
        Bilingual difference;
        if (one.person() == null) {
            difference = CaseFiles.difference(one, policy);
        } else {
            PersonDecision decision = policy.testing().decide(one.person(), asOf);
            coverage.decided(decision, asOf);
            difference = CaseFiles.difference(one, decision);
        }
        if (difference != null) {
            mistakes.add(MistakeCode.CASE_FAILED.at(placed.at(), one.name(), difference));
        }
    }

    private void findUncovered() {
        for (Rule rule : ruleset.rules()) {
            Position at = new Position(rule.file(), rule.line(), 1);
            if (!fired.contains(rule.id())) {
                mistakes.add(missing(rule, at, FIRING));
            }
            if (!silent.contains(rule.id())) {
                mistakes.add(missing(rule, at, SILENT));
            }
        }
        // One warning for a rule that no case shows at all is enough.
        coverage.uncovered().stream()
                .filter(side -> fired.contains(side.rule().id()))
                .forEach(side -> mistakes.add(MistakeCode.CASE_ONE_SIDED.at(
                        new Position(side.rule().file(), side.rule().line(), 1),
                        side.rule().id(),
                        side.what())));
    }

    private Mistake missing(Rule rule, Position at, Bilingual what) {
        return MistakeCode.CASE_MISSING
                .at(at, rule.id(), what)
                .fixedBy(CaseSkeleton.of(rule, what.en(), ruleset.files()));
    }
}
