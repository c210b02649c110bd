package org.anxin.testing;

/** How often samples are owed (频次, SPEC section 3). */
public sealed interface Cadence {

    /** Once every n days (n天1次). @param n days, at least 1 */
    record EveryDays(int n) implements Cadence {}

    /** So many times a week, so many days apart (每周n次). @param n times, 1 to 7 @param gap days, at least 1 */
    record PerWeek(int n, int gap) implements Cadence {}

    /** Once after the task ends (任务结束后1次). @param within days after its last day, at least 0 */
    record AfterTask(int within) implements Cadence {}
}
