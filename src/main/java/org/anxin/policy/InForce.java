package org.anxin.policy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Follows the stored timetable of the rules, and stores what was edited in the rule directory. */
final class InForce {
    private static final Logger LOG = Logger.getLogger(InForce.class);
    private static final String EDITED = "规则目录中的修改 / Edited in the rule directory";

    private final Versions versions;
    private final StoredRulesets rulesets;
    private final RulesConfig.Edits edits;
    private final Clock clock;
    private volatile Timetable timetable = Timetable.EMPTY;

    /** Files that are not stored yet. */
    private @Nullable Policy edited;

    /** The number of a scheduled activation whose files cannot be read; 0 if there is none. */
    private int broken;

    InForce(Versions versions, StoredRulesets rulesets, RulesConfig.Edits edits, Clock clock) {
        this.versions = versions;
        this.rulesets = rulesets;
        this.edits = edits;
        this.clock = clock;
    }

    /** As it was read last. */
    Timetable timetable() {
        return timetable;
    }

    /**
     * The policy in force today as the service starts; null if nothing was ever stored.
     *
     * @param files what stands in the directory, null if it is bad: mostly the same, and compiled already
     */
    @Nullable
    Policy begin(@Nullable Policy files) throws SQLException {
        timetable = versions.timetable();
        Activation now = timetable.inForce(today());
        if (now == null) {
            return null;
        }
        if (files != null && files.ruleset().id().equals(now.ruleset())) {
            rulesets.keep(files);
        }
        return stored(now);
    }

    /** Has {@code policy} stored at the next look: put into force, or as a draft where edits become drafts. */
    synchronized void edited(Policy policy) {
        edited = policy;
    }

    /**
     * Stores what was edited, reads the timetable, and tells which policy is in force today.
     *
     * @param deciding the one that decides until now
     */
    synchronized Policy look(Policy deciding) throws SQLException {
        store();
        int last = versions.lastActivation();
        if (last == 0) {
            // The first start, or somebody emptied the database.
            versions.replace(deciding, Versions.DIRECTORY, EDITED, today());
        }
        if (last == 0 || last != timetable.lastNo()) {
            timetable = versions.timetable();
        }
        Policy due = on(today(), deciding);
        prepareNext();
        return due;
    }

    /** Compiled beforehand, it takes over at midnight without delay. */
    private void prepareNext() throws SQLException {
        Activation next = timetable.next(today());
        if (next == null || next.no() == broken) {
            return;
        }
        try {
            stored(next);
        } catch (IllegalStateException e) {
            // Told once, and no reason to miss what is in force today.
            broken = next.no();
            LOG.errorf("Version %d, scheduled, cannot be read: %s", next.version(), e.getMessage());
        }
    }

    /** The policy in force on a day by the timetable as it was read last. */
    Policy on(int day, Policy deciding) throws SQLException {
        Activation found = timetable.inForce(day);
        return found == null || found.ruleset().equals(deciding.ruleset().id()) ? deciding : stored(found);
    }

    private void store() throws SQLException {
        Policy policy = edited;
        if (policy == null) {
            return;
        }
        if (edits == RulesConfig.Edits.LIVE) {
            versions.replace(policy, Versions.DIRECTORY, EDITED, today());
        } else {
            RulesetVersion draft =
                    versions.draft(policy, Versions.DIRECTORY, EDITED).version();
            LOG.infof("The edited rules are version %d", draft.no());
        }
        edited = null;
    }

    private Policy stored(Activation activation) throws SQLException {
        Policy policy = rulesets.policy(activation.ruleset());
        if (policy == null) {
            throw new IllegalStateException("version " + activation.version() + " has no files");
        }
        return policy;
    }

    private int today() {
        return (int) LocalDate.now(clock).toEpochDay();
    }
}
