package org.anxin.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some records in their order, and where the next ones begin. Pages stay right while records come and go, since each
 * begins after a key and not at a number.
 *
 * @param items at most as many as were asked for
 * @param next what to ask for after these; null if there are no more
 * @param <T> the kind of record
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * A page.
     *
     * @param rows one more than {@code limit}, if there are so many
     * @param cursor the text that names a record's place in the order
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> facts, Function<T, String> cursor) {
        List<T> items = rows.stream().limit(limit).map(facts).toList();
        String next = rows.size() > limit ? cursor.apply(items.get(limit - 1)) : null;
        return new Page<>(items, next);
    }

    /**
     * A page of records that are few and come by their first day.
     *
     * @param all in any order
     * @param after only those that begin after this day
     */
    static <T> Page<T> byDay(List<T> all, Function<T, LocalDate> day, LocalDate after, int limit) {
        List<T> following = all.stream()
                .filter(one -> day.apply(one).isAfter(after))
                .sorted(Comparator.comparing(day))
                .limit(limit + 1L)
                .toList();
        return of(following, limit, one -> one, one -> day.apply(one).toString());
    }
}
