package org.anxin.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How long something took, in seconds: on the wall, and of CPU time in the server and in the nodes. */
record Took(double wall, double server, double nodes) {
    double cpu() {
        return server + nodes;
    }

    static Took median(List<Took> all) {
        return new Took(median(all, Took::wall), median(all, Took::server), median(all, Took::nodes));
    }

    private static double median(List<Took> all, ToDoubleFunction<Took> member) {
        double[] sorted = all.stream().mapToDouble(member).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%6.2f s, %6.2f CPU-s (server %.2f, nodes %.2f)", wall, cpu(), server, nodes);
    }
}
