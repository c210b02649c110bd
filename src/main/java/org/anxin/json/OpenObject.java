package org.anxin.json;

import com.fasterxml.jackson.core.JsonLocation;
import org.jspecify.annotations.Nullable;

/** An object that is being read: which of its fields were seen, and where it began. Used again for the next object. */
final class OpenObject {
    Fields fields = Fields.of();
    /** Where the object began; kept for YAML only, whose readers look for lines and not for pointers. */
    @Nullable
    JsonLocation location;

    int mistakesBefore;
    private long seen;
    private int expected;

    void begin(Fields itsFields, int mistakes, @Nullable JsonLocation begin) {
        fields = itsFields;
        location = begin;
        mistakesBefore = mistakes;
        seen = 0;
        expected = 0;
    }

    /** The place of a field among those known, or -1. */
    int indexOf(String name) {
        int index = fields.indexOf(name, expected);
        expected = index + 1;
        return index;
    }

    /** Whether the field was not seen before. */
    boolean firstTime(int index) {
        long before = seen;
        seen |= 1L << index;
        return seen != before;
    }

    /** Bits of the required fields that were not seen. */
    long missing() {
        return fields.missing(seen);
    }
}
