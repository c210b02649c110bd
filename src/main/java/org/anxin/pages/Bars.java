package org.anxin.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.anxin.impact.ImpactFigures;

/**
 * Two bars a day, drawn: how many people are to be sampled by the rules before and after.
 *
 * @param days in their order
 * @param most the largest number, at the top of the drawing
 */
public record Bars(List<Day> days, int most) {
    private static final double STEP = 24;
    private static final double BAR = 9;
    private static final double HEIGHT = 96;

    /**
     * A day.
     *
     * @param before path of the bar of the rules before, in SVG
     * @param after path of the other
     */
    public record Day(ImpactFigures.Demanded demanded, String before, String after) {
        /** How many more, or fewer. */
        public int change() {
            return demanded.after() - demanded.before();
        }
    }

    static Bars of(List<ImpactFigures.Demanded> demand) {
        int most = demand.stream()
                .mapToInt(day -> Math.max(day.before(), day.after()))
                .max()
                .orElse(0);
        return new Bars(
                IntStream.range(0, demand.size())
                        .mapToObj(place -> new Day(
                                demand.get(place),
                                bar(place * STEP + 2, demand.get(place).before(), most),
                                bar(
                                        place * STEP + 2 + BAR + 1,
                                        demand.get(place).after(),
                                        most)))
                        .toList(),
                most);
    }

    private static String bar(double left, int count, int most) {
        double height = most == 0 ? 0 : HEIGHT * count / most;
        return String.format(Locale.ROOT, "M%.1f,%.1fV%.1fh%.1fV%.1f", left, HEIGHT, HEIGHT - height, BAR, HEIGHT);
    }

    /** Of the drawing. */
    public int width() {
        return (int) (days.size() * STEP);
    }
}
