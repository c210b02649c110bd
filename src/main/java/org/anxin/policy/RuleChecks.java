package org.anxin.policy;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.RuleFiles;
import org.jspecify.annotations.Nullable;

/**
 * Checks of rule files that somebody asked for, few at a time: each takes a processor for a fifth of a second. What was found
 * is kept by the id of the files, since the same files always have the same mistakes.
 */
@Singleton
public class RuleChecks {
    private static final int AT_A_TIME = 2;
    private static final int REMEMBERED = 64;

    /** Whoever looks at a page waits so long for a turn. */
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Semaphore turns = new Semaphore(AT_A_TIME);
    private final Map<String, List<Mistake>> found = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Mistake>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What the check says of these files; null where so many are being checked that others must wait. */
    public PolicyCheck.@Nullable Result of(RuleFiles files) {
        return turns.tryAcquire() ? checked(files) : null;
    }

    /** Every mistake and warning in these files, by place; null where too many are being checked for too long. */
    public @Nullable List<Mistake> mistakes(RuleFiles files) {
        List<Mistake> known = known(files);
        if (known != null) {
            return known;
        }
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        return checked(files).mistakes();
    }

    /** Checks them in a turn that the caller has, and ends the turn. */
    private PolicyCheck.Result checked(RuleFiles files) {
        try {
            PolicyCheck.Result result = PolicyCheck.of(files);
            // A failure of the engine may be one of this moment.
            if (result.policy() != null) {
                synchronized (found) {
                    found.put(files.id(), result.mistakes());
                }
            }
            return result;
        } finally {
            turns.release();
        }
    }

    private @Nullable List<Mistake> known(RuleFiles files) {
        synchronized (found) {
            return found.get(files.id());
        }
    }
}
