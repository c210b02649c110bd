package org.anxin.api;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.anxin.policy.PolicyCheck;
import org.anxin.rulebook.RuleFiles;

/** Checks of rule files that were asked for, few at a time: each takes a processor for a fifth of a second. */
@Singleton
class RuleChecks {
    private static final int AT_A_TIME = 2;

    private final Semaphore turns = new Semaphore(AT_A_TIME);

    /** What the check says of these files; a problem, 503, where too many are being checked. */
    PolicyCheck.Result of(RuleFiles files) {
        if (!turns.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        try {
            return PolicyCheck.of(files);
        } finally {
            turns.release();
        }
    }
}
