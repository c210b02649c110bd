package org.anxin.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What contenders came to in each turn, and how their medians compare. */
final class Rates {
    private final Map<String, List<Double>> rates = new HashMap<>();

    void add(String contender, double rate) {
        rates.computeIfAbsent(contender, name -> new ArrayList<>()).add(rate);
    }

    /** A row of a table: both contenders, and the first as a share of the second. */
    String row(String what, String first, String second) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3f |",
                what,
                shown(first),
                shown(second),
                median(first) / median(second));
    }

    private String shown(String contender) {
        double[] sorted = sorted(contender);
        return String.format(
                Locale.ROOT, "%,.0f (%,.0f, %,.0f)", median(contender), sorted[0], sorted[sorted.length - 1]);
    }

    private double median(String contender) {
        double[] sorted = sorted(contender);
        return sorted[sorted.length / 2];
    }

    private double[] sorted(String contender) {
        return rates.get(contender).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }
}
