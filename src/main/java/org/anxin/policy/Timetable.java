package org.anxin.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which ruleset is in force on which day: that of the activation with the latest first day up to it, and of two with the
 * same first day that of the later one. Immutable.
 */
public final class Timetable {
    /** Nothing was ever in force. */
    static final Timetable EMPTY = new Timetable(List.of());

    private final List<Activation> activations;
    private final NavigableMap<Integer, Activation> byFirstDay = new TreeMap<>();

    Timetable(List<Activation> activations) {
        this.activations = activations.stream()
                .sorted(Comparator.comparingInt(Activation::no))
                .toList();
        this.activations.forEach(activation -> byFirstDay.put(activation.effectiveFrom(), activation));
    }

    /** All activations, the earliest first. */
    public List<Activation> activations() {
        return activations;
    }

    /** The number of the last activation, 0 if there is none. */
    int lastNo() {
        return activations.isEmpty()
                ? 0
                : activations.get(activations.size() - 1).no();
    }

    /** The id of the content that the rule directory brought into force last, or null if it never did. */
    @Nullable
    String lastOfDirectory() {
        return activations.stream()
                .filter(activation -> activation.activator().equals(Versions.DIRECTORY))
                .reduce((earlier, later) -> later)
                .map(Activation::ruleset)
                .orElse(null);
    }

    /** The one in force on a day, or null if there is none. */
    public @Nullable Activation inForce(int day) {
        Map.Entry<Integer, Activation> found = byFirstDay.floorEntry(day);
        return found == null ? null : found.getValue();
    }

    /** The first one that comes into force after a day, or null if there is none. */
    public @Nullable Activation next(int day) {
        Map.Entry<Integer, Activation> found = byFirstDay.higherEntry(day);
        return found == null ? null : found.getValue();
    }

    /** The first activation of a version that is in force on this day or a later one, or null if there is none. */
    public @Nullable Activation standing(int version, int day) {
        Activation now = inForce(day);
        for (Activation one = now == null ? next(day) : now; one != null; one = next(one.effectiveFrom())) {
            if (one.version() == version) {
                return one;
            }
        }
        return null;
    }

    /** The last activation of a version, or null if there is none. */
    @Nullable
    Activation last(int version) {
        return activations.stream()
                .filter(activation -> activation.version() == version)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** How a version stands on a day. */
    public VersionState state(RulesetVersion version, int day) {
        Activation standing = standing(version.no(), day);
        if (standing != null) {
            return standing.effectiveFrom() <= day ? VersionState.ACTIVE : VersionState.APPROVED;
        }
        if (last(version.no()) != null) {
            return VersionState.RETIRED;
        }
        return version.approval() == null ? VersionState.DRAFT : VersionState.APPROVED;
    }
}
