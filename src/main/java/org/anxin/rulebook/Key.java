package org.anxin.rulebook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Tells facts of one type apart as far as the rules of a ruleset can: a rule compares fields with constants only, so a
 * value matters only up to its class among those constants. Facts with the same key have the same outcome.
 *
 * <p>The parts of a key are bound into one method handle. To the JIT they are constants then, and it sees through them to
 * the fields of the fact. In a loop each part, and each accessor in it, would be a virtual call, which made decisions
 * three times slower.
 *
 * @param <F> the fact
 */
@SuppressWarnings("UnusedMethod") // The parts are called through their method handles.
final class Key<F extends Record> {
    /** A key is a long that is not negative. */
    static final int MAX_BITS = 63;

    private static final MethodType OF_FACT = MethodType.methodType(long.class, Object.class);
    private static final MethodHandle FLAGS;
    private static final MethodHandle CLASS;
    private static final MethodHandle EITHER;

    static {
        try {
            // Looked up in the records themselves: the JIT sees less well through an interface that both had.
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            FLAGS = lookup.findVirtual(Flags.class, "of", OF_FACT);
            CLASS = lookup.findVirtual(OneClass.class, "of", OF_FACT);
            EITHER = lookup.findStatic(Key.class, "either", MethodType.methodType(long.class, long.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final MethodHandle parts;
    private final int bits;

    private Key(MethodHandle parts, int bits) {
        this.parts = parts;
        this.bits = bits;
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
        return of(new Flags<>(type.flags(), flagMask), classes);
    }

    private static <F extends Record> Key<F> of(Flags<F> flags, List<Classes<F>> classes) {
        MethodHandle parts = FLAGS.bindTo(flags);
        int used = flags.bits();
        for (Classes<F> each : classes) {
            MethodHandle part = CLASS.bindTo(new OneClass<>(each, used));
            MethodHandle both = MethodHandles.filterArguments(EITHER, 0, parts, part);
            parts = MethodHandles.permuteArguments(both, OF_FACT, 0, 0);
            used += each.bits();
        }
        return new Key<>(parts, used);
    }

    /** How many bits of a key can be set; with more than {@link #MAX_BITS} facts cannot be told apart by it. */
    int bits() {
        return bits;
    }

    /** The key of {@code fact}. */
    long of(F fact) {
        try {
            return (long) parts.invokeExact((Object) fact);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("reading a record throws nothing else", e);
        }
    }

    /** The yes-or-no fields that rules name. */
    private record Flags<F>(ToIntFunction<F> read, int mask) {
        long of(F fact) {
            return read.applyAsInt(fact) & mask;
        }

        int bits() {
            return Integer.SIZE - Integer.numberOfLeadingZeros(mask);
        }
    }

    /** The class of the value of another field, in its place within the key. */
    private record OneClass<F>(Classes<F> classes, int place) {
        long of(F fact) {
            return (long) classes.of(fact) << place;
        }
    }

    private static long either(long some, long others) {
        return some | others;
    }
}
