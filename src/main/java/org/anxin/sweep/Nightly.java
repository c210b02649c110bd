package org.anxin.sweep;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.anxin.policy.Policy;
import org.anxin.time.Days;

/**
 * The series of runs that the schedule asks for: one a day, and none left out. Every node asks; the database lets one run.
 */
final class Nightly {
    /** Knows the rules of each day. */
    interface Rules {
        Policy inForce(int day) throws SQLException;
    }

    private final Sweeps sweeps;
    private final NightlyDays days;
    private final Clock clock;

    /** @param clock in the zone of the markets */
    Nightly(Sweeps sweeps, String cron, Clock clock) {
        this.sweeps = sweeps;
        this.days = new NightlyDays(cron);
        this.clock = clock;
    }

    /**
     * Asks for the runs of all days since the last one, in order.
     *
     * @param begins whether the series may begin with it, if there is none yet
     * @param rules those in force on a day
     * @return how many runs it asked for
     */
    int catchUp(boolean begins, Rules rules) throws SQLException {
        int due = days.lastDue(ZonedDateTime.now(clock));
        int last = sweeps.lastNightly();
        if (due == Days.NONE || last == Days.NONE && !begins) {
            return 0;
        }
        int asked = 0;
        for (int day = last == Days.NONE ? due : last + 1; day <= due; day++) {
            if (sweeps.requestNightly(day, rules.inForce(day))) {
                asked++;
            }
        }
        return asked;
    }
}
