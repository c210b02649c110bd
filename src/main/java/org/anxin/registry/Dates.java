package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Dates of records in JSON. */
final class Dates {
    private Dates() {}

    /** The date at which {@code in} stands, or null where a mistake was reported. */
    static @Nullable LocalDate read(FactInput in) throws IOException {
        int day = in.day();
        return day == Days.NONE ? null : LocalDate.ofEpochDay(day);
    }

    /** Reports {@code to} of the object that just ended if it is before {@code from}. */
    static void checkOrder(FactInput in, LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            in.report("to", ErrorCode.TO_BEFORE_FROM);
        }
    }

    static void write(JsonGenerator out, String name, @Nullable LocalDate date) throws IOException {
        out.writeStringField(name, date == null ? null : date.toString());
    }
}
