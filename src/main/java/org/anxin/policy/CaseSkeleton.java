package org.anxin.policy;

import java.util.Map;
import org.anxin.rulebook.Fix;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.RuleFiles;
import org.jspecify.annotations.Nullable;

/**
 * A case to begin with, for a rule that lacks one. It fails until its author has written what is to come out, and the message
 * tells what does.
 */
final class CaseSkeleton {
    private static final String RULES = ".drl";
    private static final String CASES = ".cases.yaml";

    private static final Map<String, String> FACTS =
            Map.of("testing", """
              person:
                id: P-1
                assignments:
                  - {market: {id: M-01, type: FARMERS}, category: STAFF, from: "2022-01-01"}
                samples:
                  - {takenAt: "2022-04-05", result: NEGATIVE}
              expect: {status: "?"}
            """, "admission", """
              batch:
                id: B-1
                declaredOn: "2022-04-05"
                arrivesOn: "2022-04-07"
                supplier: 甬城进口贸易有限公司
                goods: {name: 车厘子, origin: CL}
                operator: {id: O-1, activated: true, responsibilityLetterSignedOn: "2022-02-21"}
                lots:
                  - {lotNo: L1, quantity: 1200, unit: kg}
              expect: {outcome: "?"}
            """, "onboarding", """
              roster:
                market: {id: M-11, type: PROFESSIONAL}
                operators:
                  - {id: O-1, activations: [{from: "2022-02-20"}]}
                people:
                  - {id: P-1, assignments: [{category: STAFF, operatorId: O-1, from: "2022-01-01"}]}
              expect: {notReady: "?"}
            """, "patrol", """
              patrol:
                markets: [{id: M-01, type: FARMERS}]
                checks:
                  - {id: C-1, market: M-01, at: "2022-04-07T09:00:00+08:00", means: VISIT, items: [{item: MARKET_CLEANED, passed: false}]}
              expect: {findings: "?"}
            """);

    private CaseSkeleton() {}

    /**
     * A case at the end of the file beside the rule.
     *
     * @param what it is to show, in words that go into its name
     */
    static @Nullable Fix of(Rule rule, String what, RuleFiles files) {
        String file = rule.file();
        String facts = FACTS.get(file.substring(0, Math.max(0, file.indexOf('/'))));
        if (facts == null || !file.endsWith(RULES)) {
            return null;
        }
        String path = file.substring(0, file.length() - RULES.length()) + CASES;
        String text = files.texts().getOrDefault(path, "");
        String skeleton = "- case: " + rule.id() + " " + what + "\n  asOf: \"2022-04-07\"\n" + facts;
        return new Fix(end(path, text), 0, lead(text) + skeleton);
    }

    private static Position end(String path, String text) {
        int line = text.lastIndexOf('\n') + 1;
        int column = text.codePointCount(line, text.length()) + 1;
        return new Position(path, (int) text.chars().filter(c -> c == '\n').count() + 1, column);
    }

    private static String lead(String text) {
        return text.isEmpty() ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    }
}
