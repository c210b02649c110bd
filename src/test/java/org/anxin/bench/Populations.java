package org.anxin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;

/** People to decide, the same ones for the same seed. */
public final class Populations {
    private static final List<String> CATEGORIES = List.of("STAFF", "DIRECT_CONTACT", "INDIRECT_CONTACT", "TEMPORARY");

    private Populations() {}

    /** People as they usually are: one assignment, and about eleven negative samples in order. */
    public static List<Person> ordinary(int count, int asOf, long seed) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            people.add(ordinary("P-" + i, asOf, random));
        }
        return people;
    }

    /** People as they come at worst. */
    public static List<Person> hard(int count, int asOf, long seed) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            people.add(hard("P-" + i, asOf, random));
        }
        return people;
    }

    /** Two in three work at one of ten farmers' markets, as in the district that the rules come from. */
    private static Person ordinary(String id, int asOf, Random random) {
        boolean farmers = random.nextInt(3) < 2;
        String category = farmers ? "STAFF" : CATEGORIES.get(1 + random.nextInt(2));
        Assignment assignment = assignment(farmers, category, asOf - 60 - random.nextInt(400), Days.OPEN, random);
        int every = category.equals("INDIRECT_CONTACT") ? 14 : 3;
        int number = 9 + random.nextInt(5);
        int day = asOf - every * number + random.nextInt(3);
        List<Sample> samples = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            samples.add(new Sample(day, day == asOf ? "PENDING" : "NEGATIVE"));
            day = Math.min(asOf, day + every - (random.nextInt(6) == 0 ? 1 : 0) + (random.nextInt(12) == 0 ? 1 : 0));
        }
        return new Person(id, List.of(assignment), Collections.unmodifiableList(samples), List.of(), Days.NONE);
    }

    /**
     * Several assignments, samples in no order and of every result, absences, releases, missing times. All days lie close
     * to {@code asOf}, so that boundaries are met often.
     */
    static Person hard(String id, int asOf, Random random) {
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int from = asOf - random.nextInt(50) + (random.nextInt(8) == 0 ? 45 : 0);
            int to = random.nextInt(2) == 0 ? Days.OPEN : from + random.nextInt(60);
            assignments.add(assignment(random.nextBoolean(), CATEGORIES.get(random.nextInt(4)), from, to, random));
        }
        int release = random.nextInt(6) > 0 ? Days.NONE : asOf + 2 - random.nextInt(20);
        return new Person(id, assignments, samples(asOf, random), absences(asOf, random), release);
    }

    private static List<Sample> samples(int asOf, Random random) {
        List<Sample> samples = new ArrayList<>();
        boolean positives = random.nextInt(5) == 0;
        boolean timesMissing = random.nextInt(8) == 0;
        int reach = 6 + random.nextInt(40);
        for (int i = random.nextInt(20); i > 0; i--) {
            int day = timesMissing && random.nextInt(5) == 0 ? Days.NONE : asOf + 2 - random.nextInt(reach);
            samples.add(new Sample(day, result(positives, random)));
        }
        return samples;
    }

    private static String result(boolean positives, Random random) {
        int draw = random.nextInt(20);
        return draw < 3 ? "PENDING" : draw < 4 ? "INVALID" : draw < 5 && positives ? "POSITIVE" : "NEGATIVE";
    }

    private static List<Absence> absences(int asOf, Random random) {
        List<Absence> absences = new ArrayList<>();
        for (int i = Math.max(0, random.nextInt(6) - 2); i > 0; i--) {
            int from = asOf + 2 - random.nextInt(40);
            absences.add(new Absence(from, random.nextInt(16) == 0 ? Days.OPEN : from + random.nextInt(8)));
        }
        return absences;
    }

    private static Assignment assignment(boolean farmers, String category, int from, int to, Random random) {
        String market = farmers ? "M-" + (10 + random.nextInt(10)) : "M-30";
        return new Assignment(market, farmers ? "FARMERS" : "PROFESSIONAL", "西兴街道", category, from, to);
    }
}
