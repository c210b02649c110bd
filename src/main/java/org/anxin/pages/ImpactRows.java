package org.anxin.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.anxin.impact.BatchChange;
import org.anxin.impact.Change;
import org.anxin.impact.Impact;
import org.anxin.impact.ImpactFigures;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/** Makes the tables of a preview with a column for each day, shaded by their numbers. */
final class ImpactRows {
    private static final int LEVELS = 5;

    private ImpactRows() {}

    /** Kinds of change for people, as far as they occur. */
    static List<ImpactPage.Row> kinds(Impact impact, ImpactFigures.Figures found, Address list) {
        List<ImpactPage.Row> rows = new ArrayList<>();
        for (Change kind : Change.values()) {
            if (found.people(kind) > 0) {
                rows.add(row(
                        impact,
                        ImpactWords.of(kind),
                        list.with("change", kind),
                        day -> found.people().stream()
                                .filter(count -> count.kind() == kind && count.day() == day)
                                .mapToInt(ImpactFigures.Count::count)
                                .sum()));
            }
        }
        return shaded(rows);
    }

    /**
     * From status to status, the most frequent first.
     *
     * @param words a status in words
     */
    static List<ImpactPage.Row> transitions(
            Impact impact, ImpactFigures.Figures found, Address list, Function<String, Bilingual> words) {
        Map<List<String>, List<ImpactFigures.Transition>> byStates = new LinkedHashMap<>();
        found.transitions()
                .forEach(one -> byStates.computeIfAbsent(List.of(one.before(), one.after()), first -> new ArrayList<>())
                        .add(one));
        List<ImpactPage.Row> rows = new ArrayList<>();
        byStates.forEach((states, counts) -> {
            Bilingual was = words.apply(states.get(0));
            Bilingual is = words.apply(states.get(1));
            rows.add(row(
                    impact,
                    new Bilingual(was.zh() + " → " + is.zh(), was.en() + " → " + is.en()),
                    list.with("was", ImpactLists.named(states.get(0))).with("is", ImpactLists.named(states.get(1))),
                    day -> counts.stream()
                            .filter(count -> count.day() == day)
                            .mapToInt(ImpactFigures.Transition::people)
                            .sum()));
        });
        rows.sort((one, other) -> Integer.compare(other.total(), one.total()));
        return shaded(rows);
    }

    /** Kinds of change for batches, as far as they occur. */
    static List<ImpactPage.Row> batchKinds(Impact impact, ImpactFigures.Figures found, Address list) {
        List<ImpactPage.Row> rows = new ArrayList<>();
        for (BatchChange kind : BatchChange.values()) {
            if (found.batches(kind) > 0) {
                rows.add(row(
                        impact,
                        ImpactWords.of(kind),
                        list.with("change", kind),
                        day -> found.batches().stream()
                                .filter(count -> count.kind() == kind && count.day() == day)
                                .mapToInt(ImpactFigures.Count::count)
                                .sum()));
            }
        }
        return shaded(rows);
    }

    private static ImpactPage.Row row(Impact impact, Bilingual title, Address list, IntUnaryOperator onDay) {
        List<ImpactPage.Cell> cells = new ArrayList<>();
        int total = 0;
        for (int day = impact.question().from(); day <= impact.question().to(); day++) {
            int count = onDay.applyAsInt(day);
            total += count;
            cells.add(new ImpactPage.Cell(
                    count,
                    0,
                    count == 0 ? null : list.with("day", Days.text(day)).toString()));
        }
        return new ImpactPage.Row(title, total, list.toString(), cells);
    }

    /** The largest number of a table is the darkest. */
    private static List<ImpactPage.Row> shaded(List<ImpactPage.Row> rows) {
        int most = rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(ImpactPage.Cell::count)
                .max()
                .orElse(0);
        return rows.stream()
                .map(row -> new ImpactPage.Row(
                        row.title(),
                        row.total(),
                        row.address(),
                        row.cells().stream().map(cell -> shaded(cell, most)).toList()))
                .toList();
    }

    private static ImpactPage.Cell shaded(ImpactPage.Cell cell, int most) {
        int level = cell.count() == 0 ? 0 : 1 + (LEVELS - 1) * cell.count() / most;
        return new ImpactPage.Cell(cell.count(), level, cell.address());
    }
}
