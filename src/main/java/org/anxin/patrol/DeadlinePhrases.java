package org.anxin.patrol;

import org.anxin.rulebook.Says;
import org.anxin.rulebook.Says.Between;

/** How rule authors say by when: {@code within(3).days()}. */
public final class DeadlinePhrases {
    private DeadlinePhrases() {}

    /** {@code within(3).days()}; 0 for the same day. */
    @Says(zh = "几天内", en = "within so many days after the day of the check: within(3).days()")
    public static Within within(@Between(min = 0, max = 366) int n) {
        return new Within(n);
    }

    /** Begun by {@link #within}. */
    public record Within(int n) {
        /** Ends the phrase. */
        @Says(zh = "天", en = "days")
        public Deadline days() {
            return new Deadline(n);
        }
    }
}
