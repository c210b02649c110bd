package org.anxin.policy;

import java.util.List;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** People for tests. */
final class People {
    static final Assignment STAFF = assignment("M-01", "FARMERS", null, "STAFF");

    private People() {}

    /** An assignment since 1 January 2022, without an end. */
    static Assignment assignment(String marketId, String marketType, @Nullable String subdistrict, String category) {
        return new Assignment(marketId, marketType, subdistrict, category, Days.of("2022-01-01"), Days.OPEN);
    }

    static Sample sampled(String day) {
        return new Sample(Days.of(day), "NEGATIVE");
    }

    static Person person(Assignment assignment, Sample... samples) {
        return new Person("P-1", List.of(assignment), List.of(samples), List.of(), Days.NONE);
    }
}
