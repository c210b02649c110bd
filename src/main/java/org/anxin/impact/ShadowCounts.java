package org.anxin.impact;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;

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

    private final Map<Count, AtomicLong> counts = new EnumMap<>(Count.class);
    private final Map<DifferenceKind, AtomicLong> differences = new EnumMap<>(DifferenceKind.class);

    ShadowCounts() {
        for (Count count : Count.values()) {
            counts.put(count, new AtomicLong());
        }
        for (DifferenceKind kind : DifferenceKind.values()) {
            differences.put(kind, new AtomicLong());
        }
    }

    void add(Count count, long more) {
        Objects.requireNonNull(counts.get(count)).addAndGet(more);
    }

    void add(DifferenceKind kind, long more) {
        Objects.requireNonNull(differences.get(kind)).addAndGet(more);
    }

    /** Adds what somebody else has counted under a name; names that are not known here are left out. */
    void add(String name, long more) {
        for (Count count : Count.values()) {
            if (count.name().equals(name)) {
                add(count, more);
            }
        }
        for (DifferenceKind kind : DifferenceKind.values()) {
            if (kind.name().equals(name)) {
                add(kind, more);
            }
        }
    }

    /** So many. */
    public long of(Count count) {
        return Objects.requireNonNull(counts.get(count)).get();
    }

    /** People or batches that differ in this. */
    public long of(DifferenceKind kind) {
        return Objects.requireNonNull(differences.get(kind)).get();
    }

    /** As a JSON object. */
    String json() {
        StringJoiner json = new StringJoiner(",", "{", "}");
        counts.forEach((count, number) -> json.add('"' + count.name() + "\":" + number));
        differences.forEach((kind, number) -> json.add('"' + kind.name() + "\":" + number));
        return json.toString();
    }
}
