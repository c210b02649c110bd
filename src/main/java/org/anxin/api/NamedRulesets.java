package org.anxin.api;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.jspecify.annotations.Nullable;

/** The ruleset that {@code ?ruleset=} names. */
@Singleton
class NamedRulesets {
    private static final String IN_FORCE = "in-force";
    private static final String ID = "sha256:[0-9a-f]{64}";

    private final ActivePolicy activePolicy;
    private final StoredRulesets stored;

    NamedRulesets(ActivePolicy activePolicy, StoredRulesets stored) {
        this.activePolicy = activePolicy;
        this.stored = stored;
    }

    /**
     * The active ruleset if it is the one named, which needs no database.
     *
     * @param name null if none is named
     * @return null if another is named
     */
    @Nullable
    Policy active(@Nullable String name) {
        Policy active = activePolicy.current();
        if (name == null
                || name.equals(IN_FORCE)
                || name.equals(active.ruleset().id())) {
            return active;
        }
        if (!name.matches(ID)) {
            throw new ProblemException(ProblemType.UNKNOWN_RULESET);
        }
        return null;
    }

    /**
     * The ruleset of this name; another than the active one is read from the database, and compiled where that was not done
     * lately.
     */
    Policy named(@Nullable String name) throws SQLException {
        Policy active = active(name);
        Policy policy = active != null || name == null ? active : stored.policy(name);
        if (policy == null) {
            throw new ProblemException(ProblemType.UNKNOWN_RULESET);
        }
        return policy;
    }
}
