package org.anxin.api;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.StoredRulesets;
import org.anxin.policy.Versions;
import org.jspecify.annotations.Nullable;

/** The ruleset that {@code ?ruleset=} names. */
@Singleton
class NamedRulesets {
    static final String IN_FORCE = "in-force";
    private static final Pattern ID = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final ActivePolicy activePolicy;
    private final Versions versions;
    private final StoredRulesets stored;

    NamedRulesets(ActivePolicy activePolicy, Versions versions, StoredRulesets stored) {
        this.activePolicy = activePolicy;
        this.versions = versions;
        this.stored = stored;
    }

    /** Whether this is the number of a version, if there is such a one. */
    static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    /**
     * The active ruleset if it is the one named, which needs no database.
     *
     * @param name null if none is named
     * @return null if it may be another
     */
    @Nullable
    Policy active(@Nullable String name) {
        Policy active = activePolicy.current();
        if (name == null || name.equals(active.ruleset().id())) {
            return active;
        }
        if (!name.equals(IN_FORCE) && !ID.matcher(name).matches() && !isNumber(name)) {
            throw new ProblemException(ProblemType.UNKNOWN_RULESET);
        }
        return null;
    }

    /**
     * The ruleset of this name; another than the active one is read from the database, and compiled where that was not done
     * lately.
     *
     * @param name null if none is named
     * @param asOf the day asked about, as an epoch day
     */
    Policy named(@Nullable String name, int asOf) throws SQLException {
        Policy active = active(name);
        if (active != null || name == null) {
            return activePolicy.current();
        }
        return name.equals(IN_FORCE) ? activePolicy.lately(asOf) : version(name);
    }

    /** The ruleset of this id or number. */
    Policy version(String name) throws SQLException {
        Policy active = active(name);
        if (active != null) {
            return active;
        }
        String id = id(name);
        Policy policy = id == null ? null : stored.policy(id);
        if (policy == null) {
            throw new ProblemException(ProblemType.UNKNOWN_RULESET);
        }
        return policy;
    }

    private @Nullable String id(String name) throws SQLException {
        if (!isNumber(name)) {
            return name;
        }
        RulesetVersion version = versions.find(Integer.parseInt(name));
        return version == null ? null : version.id();
    }
}
