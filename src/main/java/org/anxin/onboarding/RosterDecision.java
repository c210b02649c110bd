package org.anxin.onboarding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Who of a market is ready on a day, and what its lists lack.
 *
 * @param marketId the market's
 * @param operators how many operators have come how far
 * @param people how many people have
 * @param each the same of each person with an assignment there, by id
 * @param findings by subject, id and code, each once
 */
public record RosterDecision(
        String marketId, Tally operators, Tally people, Map<String, Tally> each, List<Finding> findings) {

    /**
     * Somebody who is not ready.
     *
     * @param severity the heaviest of what is missing
     * @param missing at least one
     */
    public record NotReady(Severity severity, List<Finding> missing) {
        /** What tells who it is; the same in each. */
        public Finding first() {
            return missing.get(0);
        }
    }

    /** Those of one list. */
    public List<Finding> findings(Concern concern) {
        return findings.stream().filter(finding -> finding.concern() == concern).toList();
    }

    /** Who may not trade or has to be reminded: operators by id, then people by id. */
    public List<NotReady> notReady() {
        List<NotReady> all = new ArrayList<>();
        List<Finding> own = new ArrayList<>();
        for (Finding finding : findings(Concern.READINESS)) {
            if (!own.isEmpty() && !sameSubject(own.get(0), finding)) {
                all.add(notReady(own));
                own.clear();
            }
            own.add(finding);
        }
        if (!own.isEmpty()) {
            all.add(notReady(own));
        }
        return Collections.unmodifiableList(all);
    }

    private static boolean sameSubject(Finding one, Finding other) {
        return one.subject() == other.subject() && one.id().equals(other.id());
    }

    private static NotReady notReady(List<Finding> missing) {
        boolean forbidden = missing.stream().anyMatch(finding -> finding.severity() == Severity.FORBID);
        return new NotReady(forbidden ? Severity.FORBID : Severity.REMIND, List.copyOf(missing));
    }
}
