package org.anxin.api;

import java.io.IOException;
import java.time.Instant;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/sweeps}.
 *
 * @param asOf the day to decide, as an epoch day; {@link Days#NONE} if not given
 * @param knownAt what was known then; null for what is known
 */
record SweepRequest(int asOf, @Nullable Instant knownAt) {
    private static final Fields FIELDS = Fields.of("asOf", "knownAt");

    static @Nullable SweepRequest read(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        int asOf = Days.NONE;
        @Nullable String time = null;
        while (in.next()) {
            switch (in.field()) {
                case "asOf" -> asOf = in.day();
                default -> time = in.text();
            }
        }
        @Nullable ErrorCode mistake = time == null ? null : Parameters.whyNoMoment(time);
        if (mistake != null) {
            in.report("knownAt", mistake);
        }
        return in.clean() ? new SweepRequest(asOf, time == null ? null : Parameters.instant(time)) : null;
    }
}
