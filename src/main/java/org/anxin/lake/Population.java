package org.anxin.lake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Generated people of a district, a province or a nation: eleven samples each on average in markets of very different size,
 * some with several posts, absences, results that are late or bad. Each person and market follows from its number and the
 * seed alone, so that any part can be made anywhere, in any order, and is always the same.
 *
 * @param people how many, numbered from 1
 * @param asOf the day they are to be decided for, as an epoch day
 * @param seed another one gives other people
 */
public record Population(long people, int asOf, long seed) {
    private static final long FEWEST_MARKETS = 12;
    private static final long PEOPLE_OF_MARKET = 1000;
    private static final long PEOPLE_OF_OPERATOR = 5;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int SUBDISTRICTS = 20;

    /** An operator (经营户) at a market. */
    record Operator(String id, String marketId) {}

    /** How many markets there are. */
    public long markets() {
        return Math.max(FEWEST_MARKETS, people / PEOPLE_OF_MARKET);
    }

    /** @param number of the market, from 1 */
    LakeMarket market(long number) {
        return new LakeMarket(
                marketId(number), number % 3 == 0 ? "PROFESSIONAL" : "FARMERS", "第" + number % SUBDISTRICTS + "街道");
    }

    private static String marketId(long number) {
        return "M-%07d".formatted(number);
    }

    /** How many operators a market has: as many more as it has more people. */
    long operators(long market) {
        double all = markets();
        double operators = (double) people / PEOPLE_OF_OPERATOR;
        return 1 + (long) (operators * (Math.sqrt(market / all) - Math.sqrt((market - 1) / all)));
    }

    static Operator operator(long market, long number) {
        return new Operator("O-%07d-%05d".formatted(market, number), marketId(market));
    }

    private SplittableRandom random(long no) {
        return new SplittableRandom(seed * SPREAD ^ no * SPREAD);
    }

    /** @param no of the person, from 1 */
    public StoredPerson person(long no) {
        SplittableRandom random = random(no);
        List<Assignment> assignments = new ArrayList<>(1);
        List<@Nullable String> operators = new ArrayList<>(1);
        Set<String> keys = new HashSet<>();
        for (long posts = no % 20 == 0 ? 2 + no % 3 : 1; posts > 0; posts--) {
            long market = 1 + (long) (Math.pow(random.nextDouble(), 2) * markets());
            Assignment one = assignment(market(market), random);
            if (keys.add(one.marketId() + ' ' + one.category() + ' ' + one.from())) {
                assignments.add(one);
                operators.add(
                        random.nextInt(10) == 0
                                ? null
                                : operator(market, 1 + random.nextLong(operators(market)))
                                        .id());
            }
        }
        List<Sample> samples = samples(random);
        boolean isPositive = samples.stream().anyMatch(sample -> sample.result().equals("POSITIVE"));
        int releasedOn = isPositive && random.nextInt(3) == 0 ? asOf - random.nextInt(3) : Days.NONE;
        return new StoredPerson(
                no,
                new Person("P-%010d".formatted(no), assignments, samples, absences(random), releasedOn),
                Collections.unmodifiableList(operators));
    }

    private Assignment assignment(LakeMarket market, SplittableRandom random) {
        double kind = random.nextDouble();
        boolean temporary = kind < 0.03;
        int from = asOf - 65 - random.nextInt(400);
        int to = Days.OPEN;
        if (temporary) {
            to = asOf - 37 + random.nextInt(60);
        } else if (random.nextInt(20) == 0) {
            to = asOf - 18 + random.nextInt(90);
        }
        return new Assignment(market.id(), market.type(), market.subdistrict(), category(market, kind), from, to);
    }

    private static String category(LakeMarket market, double kind) {
        if (kind < 0.03) {
            return "TEMPORARY";
        }
        if (market.type().equals("FARMERS")) {
            return "STAFF";
        }
        return kind < 0.45 ? "DIRECT_CONTACT" : "INDIRECT_CONTACT";
    }

    private List<Absence> absences(SplittableRandom random) {
        if (random.nextInt(50) > 0) {
            return List.of();
        }
        int from = asOf - 28 + random.nextInt(25);
        return List.of(
                new Absence(from, random.nextInt(5) > 0 ? Math.max(from, asOf - 2 + random.nextInt(5)) : Days.OPEN));
    }

    /** Half of the people are on time, most others a day late, the rest days. */
    private List<Sample> samples(SplittableRandom random) {
        int step = random.nextInt(7) == 0 ? 14 : 3;
        int punctuality = random.nextInt(100);
        int late = punctuality < 50 ? 0 : punctuality < 92 ? 1 : 2 + random.nextInt(4);
        int count = 9 + random.nextInt(5);
        List<Sample> samples = new ArrayList<>(count);
        for (int i = count - 1; i >= 0; i--) {
            int early = i > 0 && random.nextInt(5) == 0 ? 1 : 0;
            int day = asOf - late - i * step - early;
            samples.add(new Sample(day, result(day, random.nextDouble())));
        }
        return Collections.unmodifiableList(samples);
    }

    private String result(int day, double kind) {
        if (kind < 0.0004) {
            return "POSITIVE";
        }
        if (kind < 0.01) {
            return "INVALID";
        }
        // A result takes its time, and some never come.
        return kind < 0.015 || day >= asOf - 1 && kind < 0.4 ? "PENDING" : "NEGATIVE";
    }
}
