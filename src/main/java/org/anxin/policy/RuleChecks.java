package org.anxin.policy;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.anxin.rulebook.RuleFiles;
import org.jspecify.annotations.Nullable;

/** Checks of rule files that somebody asked for, few at a time: each takes a processor for a fifth of a second. */
@Singleton
public class RuleChecks {
    private static final int AT_A_TIME = 2;

    private final Semaphore turns = new Semaphore(AT_A_TIME);

    /** What the check says of these files; null where so many are being checked that others must wait. */
    public PolicyCheck.@Nullable Result of(RuleFiles files) {
        if (!turns.tryAcquire()) {
            return null;
        }
        try {
            return PolicyCheck.of(files);
        } finally {
            turns.release();
        }
    }
}
