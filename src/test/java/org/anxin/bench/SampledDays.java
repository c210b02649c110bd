package org.anxin.bench;

import java.util.List;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;

/** The samples of one person as SPEC section 2 sees them on a day, for {@link HandWrittenTesting}. */
final class SampledDays {
    private final int[] days;
    private int size;
    private boolean blocked;
    private boolean timeMissing;
    private boolean resultMissing;

    SampledDays(Person person, int asOf) {
        List<Sample> samples = person.samples();
        days = new int[samples.size()];
        int released = person.releasedOn() > asOf ? Days.NONE : person.releasedOn();
        boolean late = false;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            int taken = sample.takenOn();
            if (taken > asOf) {
                continue;
            }
            if (taken == Days.NONE) {
                timeMissing = true;
                blocked |= sample.result().equals("POSITIVE") && asOf > released;
                continue;
            }
            switch (sample.result()) {
                case "NEGATIVE" -> add(taken);
                case "PENDING" -> {
                    if (asOf <= taken + 1) {
                        add(taken);
                    } else {
                        late = true;
                    }
                }
                case "POSITIVE" -> blocked |= taken > released;
                default -> {}
            }
        }
        resultMissing = late && lateOnADayThatDoesNotCount(samples, asOf);
    }

    private void add(int day) {
        int at = size;
        while (at > 0 && days[at - 1] > day) {
            at--;
        }
        if (at > 0 && days[at - 1] == day) {
            return;
        }
        if (at < size) {
            System.arraycopy(days, at, days, at + 1, size - at);
        }
        days[at] = day;
        size++;
    }

    private boolean lateOnADayThatDoesNotCount(List<Sample> samples, int asOf) {
        for (Sample sample : samples) {
            int taken = sample.takenOn();
            if (taken != Days.NONE && taken + 1 < asOf && sample.result().equals("PENDING") && !counts(taken)) {
                return true;
            }
        }
        return false;
    }

    private boolean counts(int day) {
        for (int i = 0; i < size; i++) {
            if (days[i] == day) {
                return true;
            }
        }
        return false;
    }

    boolean blocked() {
        return blocked;
    }

    boolean timeMissing() {
        return timeMissing;
    }

    boolean resultMissing() {
        return resultMissing;
    }

    /** How many days count. */
    int size() {
        return size;
    }

    /** The i-th day that counts, ascending. */
    int at(int i) {
        return days[i];
    }

    /** How many days that count are before {@code day}. */
    int before(int day) {
        int before = size;
        while (before > 0 && days[before - 1] >= day) {
            before--;
        }
        return before;
    }

    /** The latest of the first {@code seen} days if it is on or after {@code start}, else {@link Days#NONE}. */
    int last(int start, int seen) {
        return seen > 0 && days[seen - 1] >= start ? days[seen - 1] : Days.NONE;
    }
}
