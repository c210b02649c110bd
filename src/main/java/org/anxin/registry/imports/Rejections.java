package org.anxin.registry.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anxin.registry.imports.Content.Flaw;
import org.jspecify.annotations.Nullable;

/** The rows that were not taken: the first 100 by line, and how many there were. */
final class Rejections {
    /** Most rows that a report lists. */
    static final int MOST = 100;

    private final List<Rejected> first = new ArrayList<>();
    private long total;

    /** A row that was not taken; they come in the order of their lines. */
    void add(long line, @Nullable String column, Flaw flaw) {
        total++;
        if (first.size() < MOST) {
            first.add(new Rejected(line, column, flaw.code(), flaw.message().get()));
        }
    }

    /** These and others, found another way. */
    Report report(long accepted, long unchanged, List<Rejected> others, long othersInAll) {
        List<Rejected> all = new ArrayList<>(first);
        all.addAll(others);
        all.sort(Comparator.comparingLong(Rejected::line));
        List<Rejected> listed = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
        return new Report(accepted, unchanged, listed, total + othersInAll - listed.size());
    }
}
