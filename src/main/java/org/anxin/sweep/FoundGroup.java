package org.anxin.sweep;

/**
 * The groups of people that a run found on its day, as figures count them and lists name them. Their places are stored
 * (run_figures): new ones come last.
 */
public enum FoundGroup {
    /** Whoever is warned, suspended or blocked. */
    LISTED(0, "action <> 'NONE'"),
    /** Whoever is about to be overdue. */
    WARNED(1, "action = 'WARN'"),
    /** Whose sample must be taken on the day of the run. */
    DUE_TODAY(2, "status = 'DUE_TODAY'"),
    /** Of those, who has been sampled on that day since the run began. */
    SAMPLED_SINCE(3, "status = 'DUE_TODAY' and sampled_since"),
    /** Of those, who has not. */
    STILL_DUE(4, "status = 'DUE_TODAY' and not sampled_since"),
    /** Whose sample must be taken on the day after. */
    DUE_TOMORROW(5, "status = 'DUE_TOMORROW'"),
    /** Whose sample is overdue. */
    OVERDUE(6, "status = 'OVERDUE'"),
    /** Who may not trade, or not enter. */
    SUSPENDED(7, "action in ('SUSPEND', 'BLOCK')"),
    /** Who is on duty on the day and has never been sampled until then. */
    NEVER_SAMPLED(8, "on_duty and never_sampled"),
    /** Who has an assignment in force on the day. */
    ON_DUTY(9, "on_duty"),
    /** Who is on duty and neither overdue nor suspended. */
    IN_ORDER(
            10,
            "on_duty and status is distinct from 'OVERDUE' and coalesce(action, 'NONE') not in ('SUSPEND', 'BLOCK')");

    private final int place;
    private final String condition;

    FoundGroup(int place, String condition) {
        this.place = place;
        this.condition = condition;
    }

    /** Where its count stands among those of a run, from 0. */
    int place() {
        return place;
    }

    /** On a row of {@link FoundRows#LISTED}. */
    String condition() {
        return condition;
    }
}
