package org.anxin.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anxin.testing.Assignment;

/** How many people other rules would change on one day, in all, by category and by market. Not for several threads. */
final class Tally {
    /** So many people are named for each kind of change. */
    static final int SAMPLES = 5;

    private static final Comparator<ChangedPerson> IN_ORDER = Comparator.comparingLong(ChangedPerson::no);

    private final int[] total = new int[Change.KINDS];
    private final SortedMap<String, int[]> categories = new TreeMap<>();
    private final SortedMap<String, Market> markets = new TreeMap<>();
    private final Map<Change, List<ChangedPerson>> samples = new HashMap<>();

    /** The counts of one market, in all and by category. */
    record Market(int[] total, SortedMap<String, int[]> categories) {
        Market() {
            this(new int[Change.KINDS], new TreeMap<>());
        }
    }

    /** A person is changed. People come in order of their numbers. */
    void add(ChangedPerson person, List<Assignment> assignments) {
        count(total, person.changes());
        TreeSet<String> worksAs = new TreeSet<>();
        for (String id : person.markets()) {
            Market market = markets.computeIfAbsent(id, first -> new Market());
            count(market.total, person.changes());
            for (String category : Places.categories(assignments, id, person.day())) {
                worksAs.add(category);
                count(of(market.categories, category), person.changes());
            }
        }
        for (String category : worksAs) {
            count(of(categories, category), person.changes());
        }
        for (Change kind : Change.values()) {
            if (person.has(kind)) {
                name(kind, person);
            }
        }
    }

    private void name(Change kind, ChangedPerson person) {
        List<ChangedPerson> named = samples.computeIfAbsent(kind, first -> new ArrayList<>(SAMPLES));
        if (named.size() < SAMPLES) {
            named.add(person);
        }
    }

    private static int[] of(SortedMap<String, int[]> counts, String name) {
        return counts.computeIfAbsent(name, first -> new int[Change.KINDS]);
    }

    private static void count(int[] counts, int changes) {
        for (int rest = changes; rest != 0; rest &= rest - 1) {
            counts[Integer.numberOfTrailingZeros(rest)]++;
        }
    }

    /** Adds what another one counted. */
    void add(Tally other) {
        add(total, other.total);
        add(categories, other.categories);
        other.markets.forEach((id, counts) -> {
            Market market = markets.computeIfAbsent(id, first -> new Market());
            add(market.total, counts.total);
            add(market.categories, counts.categories);
        });
        other.samples.forEach((kind, people) -> {
            List<ChangedPerson> both = new ArrayList<>(samples.getOrDefault(kind, List.of()));
            both.addAll(people);
            both.sort(IN_ORDER);
            samples.put(kind, new ArrayList<>(both.subList(0, Math.min(SAMPLES, both.size()))));
        });
    }

    private static void add(SortedMap<String, int[]> sums, SortedMap<String, int[]> counts) {
        counts.forEach((name, more) -> add(of(sums, name), more));
    }

    private static void add(int[] sums, int[] counts) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += counts[i];
        }
    }

    /** People by kind of change. */
    int[] total() {
        return total;
    }

    /** The same by category; whoever works in two counts in both. */
    SortedMap<String, int[]> categories() {
        return categories;
    }

    /** The same by market; whoever counts at two counts at both. */
    SortedMap<String, Market> markets() {
        return markets;
    }

    /** The first people with this kind of change. */
    List<ChangedPerson> samples(Change kind) {
        return samples.getOrDefault(kind, List.of());
    }
}
