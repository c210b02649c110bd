package org.anxin.spark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.lake.Population;
import org.anxin.policy.Policy;
import org.anxin.registry.StoredPerson;
import org.anxin.sweep.Deciding;
import org.anxin.sweep.Finding;
import org.anxin.sweep.Listing;

/**
 * What deciding everybody and making all lists takes by itself: one thread, facts in memory, nothing read or written. Facts
 * are made some thousands at a time, outside what is measured.
 */
final class PlainLoop {
    private static final int AT_ONCE = 20_000;
    private static final double NANOS = 1e9;

    private final Population population;
    private final Deciding deciding;
    private final Map<String, List<Listing>> lists = new TreeMap<>();

    PlainLoop(Population population, Policy policy) {
        this.population = population;
        this.deciding = new Deciding(policy);
    }

    Used run() {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long wall = 0;
        long cpu = 0;
        for (long low = 1; low <= population.people(); low += AT_ONCE) {
            List<StoredPerson> people = new ArrayList<>(AT_ONCE);
            for (long no = low; no < low + AT_ONCE && no <= population.people(); no++) {
                people.add(population.person(no));
            }
            long begin = System.nanoTime();
            long cpuBefore = thread.getCurrentThreadCpuTime();
            people.forEach(this::decide);
            cpu += thread.getCurrentThreadCpuTime() - cpuBefore;
            wall += System.nanoTime() - begin;
        }
        return new Used(wall / NANOS, cpu / NANOS, 0);
    }

    private void decide(StoredPerson person) {
        Finding finding = ((Deciding.Decided) deciding.of(person, population.asOf())).finding();
        for (Listing one : Listing.of(person.facts().id(), finding)) {
            lists.computeIfAbsent(CsvLists.name(one.kind(), one.marketId()), none -> new ArrayList<>())
                    .add(one);
        }
    }
}
