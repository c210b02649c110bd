package org.anxin.api;

import java.io.IOException;
import org.anxin.impact.ImpactQuestion;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/rulesets/{id}/impact}.
 *
 * @param from first day, as an epoch day; {@link Days#NONE} if no day is given
 * @param to last day, likewise
 * @param against name of the ruleset to compare with; null for the one that decides
 */
record ImpactRequest(int from, int to, @Nullable String against) {
    private static final Fields FIELDS = Fields.of("asOf", "from", "to", "against");

    static @Nullable ImpactRequest read(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        int asOf = Days.NONE;
        int from = Days.NONE;
        int to = Days.NONE;
        @Nullable String against = null;
        while (in.next()) {
            switch (in.field()) {
                case "asOf" -> asOf = in.day();
                case "from" -> from = in.day();
                case "to" -> to = in.day();
                default -> against = in.text();
            }
        }
        if (in.clean()) {
            check(in, asOf, from, to);
        }
        return in.clean()
                ? new ImpactRequest(asOf == Days.NONE ? from : asOf, asOf == Days.NONE ? to : asOf, against)
                : null;
    }

    private static void check(FactInput in, int asOf, int from, int to) {
        boolean half = (from == Days.NONE) != (to == Days.NONE);
        if (half || asOf != Days.NONE && from != Days.NONE) {
            in.report("asOf", ErrorCode.DAY_OR_RANGE);
        } else if (to < from) {
            in.report("to", ErrorCode.TO_BEFORE_FROM);
        } else if (from != Days.NONE && to - from >= ImpactQuestion.MOST_DAYS) {
            in.report("to", ErrorCode.RANGE_TOO_LONG, ImpactQuestion.MOST_DAYS);
        }
    }
}
