package org.anxin.sweep;

/** The groups of people that a run found on its day, as figures count them and lists name them. */
public enum FoundGroup {
    /** Whoever is warned, suspended or blocked. */
    LISTED("action <> 'NONE'"),
    /** Whoever is about to be overdue. */
    WARNED("action = 'WARN'"),
    /** Whose sample must be taken on the day of the run. */
    DUE_TODAY("status = 'DUE_TODAY'"),
    /** Of those, who has been sampled on that day since the run began. */
    SAMPLED_SINCE("status = 'DUE_TODAY' and sampled_since"),
    /** Of those, who has not. */
    STILL_DUE("status = 'DUE_TODAY' and not sampled_since"),
    /** Whose sample must be taken on the day after. */
    DUE_TOMORROW("status = 'DUE_TOMORROW'"),
    /** Whose sample is overdue. */
    OVERDUE("status = 'OVERDUE'"),
    /** Who may not trade, or not enter. */
    SUSPENDED("action in ('SUSPEND', 'BLOCK')"),
    /** Who is on duty on the day and has never been sampled until then. */
    NEVER_SAMPLED("on_duty and never_sampled"),
    /** Who has an assignment in force on the day. */
    ON_DUTY("on_duty"),
    /** Who is on duty and neither overdue nor suspended. */
    IN_ORDER("on_duty and status is distinct from 'OVERDUE' and coalesce(action, 'NONE') not in ('SUSPEND', 'BLOCK')");

    private final String condition;

    FoundGroup(String condition) {
        this.condition = condition;
    }

    /** On a row of {@link FoundRows#LISTED}. */
    String condition() {
        return condition;
    }
}
