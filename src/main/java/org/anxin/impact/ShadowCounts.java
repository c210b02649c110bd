package org.anxin.impact;

import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLongArray;

/** What a shadow run has counted, by name. Counts of people and batches, not of calls. */
public final class ShadowCounts {
    /** What is counted beside the kinds of difference. */
    public enum Count {
        /** People decided by both rulesets. */
        PEOPLE_COMPARED,
        /** Of those, people about whom they differ. */
        PEOPLE_DIFFERENT,
        /** People whom the shadow failed to decide. */
        PEOPLE_FAILED,
        /** Batches decided by both rulesets. */
        BATCHES_COMPARED,
        /** Of those, batches about which they differ. */
        BATCHES_DIFFERENT,
        /** Batches that the shadow failed to decide. */
        BATCHES_FAILED,
        /** People and batches that were not compared because comparing was behind. */
        SKIPPED
    }

    private static final int KINDS_AT = Count.values().length;

    private final AtomicLongArray counts = new AtomicLongArray(KINDS_AT + DifferenceKind.values().length);

    void add(Count count, int more) {
        counts.addAndGet(count.ordinal(), more);
    }

    void add(DifferenceKind kind) {
        counts.incrementAndGet(KINDS_AT + kind.ordinal());
    }

    /** Adds what somebody else has counted under a name; names that are not known here are left out. */
    void add(String name, long more) {
        for (Count count : Count.values()) {
            if (count.name().equals(name)) {
                counts.addAndGet(count.ordinal(), more);
            }
        }
        for (DifferenceKind kind : DifferenceKind.values()) {
            if (kind.name().equals(name)) {
                counts.addAndGet(KINDS_AT + kind.ordinal(), more);
            }
        }
    }

    /** So many. */
    public long of(Count count) {
        return counts.get(count.ordinal());
    }

    /** People or batches that differ in this. */
    public long of(DifferenceKind kind) {
        return counts.get(KINDS_AT + kind.ordinal());
    }

    /** As a JSON object. */
    String json() {
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (Count count : Count.values()) {
            json.add('"' + count.name() + "\":" + of(count));
        }
        for (DifferenceKind kind : DifferenceKind.values()) {
            json.add('"' + kind.name() + "\":" + of(kind));
        }
        return json.toString();
    }
}
