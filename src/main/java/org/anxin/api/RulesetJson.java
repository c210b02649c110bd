package org.anxin.api;

import java.time.Instant;
import org.anxin.policy.Activation;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Timetable;
import org.anxin.policy.VersionState;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rules as answers write it.
 *
 * @param number its number, from 1
 * @param id of its content, {@code sha256:…}
 * @param state how it stands today
 * @param effectiveFrom first day on which it is, or will be, in force; null unless it is or will be
 * @param approval null as long as it is not approved
 */
public record RulesetJson(
        int number,
        String id,
        VersionState state,
        @Nullable String effectiveFrom,
        String author,
        String reason,
        Instant createdAt,
        @Nullable Approval approval) {

    /** Who let it decide, and why. */
    public record Approval(String by, String reason, Instant at) {}

    /**
     * A version was put into force.
     *
     * @param number of the activation
     * @param ruleset number of the version
     * @param id of its content
     * @param effectiveFrom first day on which it is in force, unless something else was put into its place
     * @param rollsBackTo number of the version to which a rollback leads; null if there is none
     */
    public record ActivationJson(
            int number,
            int ruleset,
            String id,
            String effectiveFrom,
            @Nullable Integer rollsBackTo,
            String by,
            String reason,
            Instant at) {

        static ActivationJson of(Activation activation) {
            return new ActivationJson(
                    activation.no(),
                    activation.version(),
                    activation.ruleset(),
                    Days.text(activation.effectiveFrom()),
                    activation.fallsBackTo(),
                    activation.activator(),
                    activation.reason(),
                    activation.at());
        }
    }

    /**
     * How a version stands.
     *
     * @param today as an epoch day
     */
    static RulesetJson of(RulesetVersion version, Timetable timetable, int today) {
        RulesetVersion.Approval approval = version.approval();
        Activation standing = timetable.standing(version.no(), today);
        return new RulesetJson(
                version.no(),
                version.id(),
                timetable.state(version, today),
                standing == null ? null : Days.text(standing.effectiveFrom()),
                version.author(),
                version.reason(),
                version.created(),
                approval == null ? null : new Approval(approval.approver(), approval.reason(), approval.at()));
    }
}
