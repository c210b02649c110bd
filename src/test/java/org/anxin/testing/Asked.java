package org.anxin.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.anxin.time.Days;

/** A person and the day asked about. The days of the facts lie around that day, so that boundaries are met often. */
record Asked(Person person, int asOf) {

    /** Around the emergency, year ends and leap days. */
    static Arbitrary<Asked> any() {
        Arbitrary<Integer> day = Arbitraries.of(
                        "2022-04-08",
                        "2022-04-08",
                        "2022-04-08",
                        "2020-12-31",
                        "2022-01-01",
                        "2024-02-29",
                        "2900-02-28")
                .map(Days::of);
        return Combinators.combine(day, Arbitraries.integers().between(-20, 20))
                .as(Integer::sum)
                .flatMap(Asked::on);
    }

    /** After the emergency: from 16 April 2022 on. */
    static Arbitrary<Asked> afterTheEmergency() {
        return Arbitraries.integers()
                .between(Days.of("2022-04-16"), Days.of("2030-12-31"))
                .flatMap(Asked::on);
    }

    private static Arbitrary<Asked> on(int asOf) {
        return Combinators.combine(
                        assignments(asOf).list().ofMinSize(1).ofMaxSize(4),
                        samples(asOf).list().ofMaxSize(14),
                        absences(asOf).list().ofMaxSize(3),
                        Arbitraries.oneOf(Arbitraries.just(Days.NONE), day(asOf - 20, asOf + 2)))
                .as((assignments, samples, absences, release) ->
                        new Asked(new Person("P-1", assignments, samples, absences, release), asOf));
    }

    private static Arbitrary<Integer> day(int from, int to) {
        return Arbitraries.integers().between(from, to).shrinkTowards(to);
    }

    private static Arbitrary<Assignment> assignments(int asOf) {
        Arbitrary<String> markets = Arbitraries.of("M-1", "M-2", "M-3");
        Arbitrary<String> categories = Arbitraries.of("STAFF", "DIRECT_CONTACT", "INDIRECT_CONTACT", "TEMPORARY");
        Arbitrary<String> subdistricts = Arbitraries.of("西兴街道", "长河街道").injectNull(0.2);
        Arbitrary<Integer> lengths = Arbitraries.oneOf(Arbitraries.integers().between(0, 70), Arbitraries.just(-1));
        return Combinators.combine(markets, subdistricts, categories, day(asOf - 60, asOf + 3), lengths)
                .as((market, subdistrict, category, from, length) -> new Assignment(
                        market,
                        market.equals("M-3") ? "PROFESSIONAL" : "FARMERS",
                        subdistrict,
                        category,
                        from,
                        length < 0 ? Days.OPEN : from + length));
    }

    /** One in forty is positive, so that most people are not blocked. */
    private static Arbitrary<Sample> samples(int asOf) {
        Arbitrary<String> results = Arbitraries.frequency(
                Tuple.of(32, "NEGATIVE"), Tuple.of(5, "PENDING"), Tuple.of(2, "INVALID"), Tuple.of(1, "POSITIVE"));
        Arbitrary<Integer> days = Arbitraries.frequencyOf(
                Tuple.of(20, day(asOf - 12, asOf)),
                Tuple.of(10, day(asOf - 45, asOf + 2)),
                Tuple.of(1, Arbitraries.just(Days.NONE)));
        return Combinators.combine(days, results).as(Sample::new);
    }

    private static Arbitrary<Absence> absences(int asOf) {
        Arbitrary<Integer> lengths = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(0, 8)), Tuple.of(1, Arbitraries.just(-1)));
        return Combinators.combine(day(asOf - 40, asOf + 3), lengths)
                .as((from, length) -> new Absence(from, length < 0 ? Days.OPEN : from + length));
    }

    /** The same person as of another day. */
    Asked asOf(int day) {
        return new Asked(person, day);
    }

    /** The same person with one more sample. */
    Asked with(Sample sample) {
        List<Sample> samples = new ArrayList<>(person.samples());
        samples.add(sample);
        return new Asked(
                new Person(person.id(), person.assignments(), samples, person.absences(), person.releasedOn()), asOf);
    }

    /** The same person with all facts in other orders, as {@code shuffle} says. */
    Asked reordered(java.util.Random shuffle) {
        return new Asked(
                new Person(
                        person.id(),
                        shuffled(person.assignments(), shuffle),
                        shuffled(person.samples(), shuffle),
                        shuffled(person.absences(), shuffle),
                        person.releasedOn()),
                asOf);
    }

    private static <T> List<T> shuffled(List<T> list, java.util.Random shuffle) {
        List<T> shuffled = new ArrayList<>(list);
        java.util.Collections.shuffle(shuffled, shuffle);
        return shuffled;
    }

    /** The same facts, all later by so many days. */
    Asked later(int days) {
        IntUnaryOperator move = day -> Days.known(day) ? day + days : day;
        return new Asked(
                new Person(
                        person.id(),
                        person.assignments().stream()
                                .map(each -> later(each, move))
                                .toList(),
                        person.samples().stream()
                                .map(each -> new Sample(move.applyAsInt(each.takenOn()), each.result()))
                                .toList(),
                        person.absences().stream()
                                .map(each -> new Absence(move.applyAsInt(each.from()), move.applyAsInt(each.to())))
                                .toList(),
                        move.applyAsInt(person.releasedOn())),
                asOf + days);
    }

    static Assignment later(Assignment each, IntUnaryOperator move) {
        return new Assignment(
                each.marketId(),
                each.marketType(),
                each.subdistrict(),
                each.category(),
                move.applyAsInt(each.from()),
                move.applyAsInt(each.to()));
    }
}
