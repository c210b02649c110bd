package org.anxin.pages;

import java.util.List;
import java.util.Locale;

/**
 * A small trend, as the path of a line in a box of 100 to 24.
 *
 * @param path of SVG
 * @param end path of its last point
 */
public record Spark(String path, String end) {
    private static final double WIDTH = 100;
    private static final double TOP = 2;
    private static final double BOTTOM = 22;

    /** The trend of these values, the earliest first; none can be drawn of fewer than two. */
    static Spark of(List<Integer> values) {
        int least = values.stream().mapToInt(Integer::intValue).min().orElse(0);
        int most = values.stream().mapToInt(Integer::intValue).max().orElse(0);
        StringBuilder path = new StringBuilder("M");
        String last = "";
        for (int i = 0; i < values.size(); i++) {
            double x = WIDTH * i / Math.max(1, values.size() - 1);
            double y = most == least
                    ? (TOP + BOTTOM) / 2
                    : BOTTOM - (BOTTOM - TOP) * (values.get(i) - least) / (most - least);
            last = String.format(Locale.ROOT, "%.1f,%.1f", x, y);
            path.append(i == 0 ? "" : " ").append(last);
        }
        return new Spark(path.toString(), "M" + last + "h.01");
    }
}
