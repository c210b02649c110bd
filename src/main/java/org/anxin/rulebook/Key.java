package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells facts of one type apart as far as the rules of a ruleset can: a rule compares fields with constants only, so a
 * value matters only up to its class among those constants. Facts with the same key have the same outcome.
 *
 * @param <F> the fact
 */
final class Key<F extends Record> {
    /** A key is a long that is not negative. */
    static final int MAX_BITS = 63;

    private final FactType<F> type;
    private final int flagMask;
    private final Classes<F>[] classes;
    private final int[] shifts;
    private final int bits;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Key(FactType<F> type, int flagMask, List<Classes<F>> classes) {
        this.type = type;
        this.flagMask = flagMask;
        this.classes = classes.toArray(new Classes[0]);
        this.shifts = new int[this.classes.length];
        int used = flagMask == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(flagMask);
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = used;
            used += this.classes[i].bits();
        }
        this.bits = used;
    }

    /** The key for the comparisons that {@code conditions}, all on facts of {@code type}, make. */
    static <F extends Record> Key<F> of(FactType<F> type, List<Condition> conditions) {
        Map<String, List<Condition.Comparison>> byField = new LinkedHashMap<>();
        conditions.forEach(condition -> condition.visit(
                comparison -> byField.computeIfAbsent(comparison.field().name(), name -> new ArrayList<>())
                        .add(comparison)));
        int flagMask = 0;
        List<Classes<F>> classes = new ArrayList<>();
        for (Field<F> field : type.fields()) {
            List<Condition.Comparison> comparisons = byField.get(field.name());
            if (comparisons == null) {
                continue;
            }
            if (field instanceof Field.Flag<F> flag) {
                flagMask |= 1 << flag.bit();
            } else {
                classes.add(Classes.of(field, comparisons));
            }
        }
        return new Key<>(type, flagMask, classes);
    }

    /** How many bits of a key can be set; with more than {@link #MAX_BITS} facts cannot be told apart by it. */
    int bits() {
        return bits;
    }

    /** The key of {@code fact}. */
    long of(F fact) {
        long key = flagMask == 0 ? 0 : type.flags(fact) & flagMask;
        for (int i = 0; i < classes.length; i++) {
            key |= (long) classes[i].of(fact) << shifts[i];
        }
        return key;
    }
}
