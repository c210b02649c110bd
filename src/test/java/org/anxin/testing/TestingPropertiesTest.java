package org.anxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.anxin.json.Json;
import org.anxin.time.Days;

/** What holds for every person, day and rule. */
class TestingPropertiesTest {
    private static final TestingPolicy BACKWARDS = TestingRules.backwards();
    private static final TestingPolicy FRESH = TestingRules.fresh(false);
    private static final TestingPolicy FRESH_ODD = TestingRules.fresh(true);
    private static final List<TestingPolicy> ONE_MORE = List.of(
            TestingRules.and("marketType == \"FARMERS\"", "every(2).days().from(\"2022-04-01\")"),
            TestingRules.and("category == \"STAFF\"", "every(7).days()"),
            TestingRules.and("category in (\"STAFF\", \"TEMPORARY\")", "times(3).perWeek().apart(2).days()"),
            TestingRules.and("endsOn > \"2022-04-01\"", "once().afterTask().within(0).days()"),
            TestingRules.and("marketId == \"M-3\"", "every(1).days().from(\"2022-04-02\").except(\"2022-04-09\")"));

    @Provide
    Arbitrary<Asked> asked() {
        return Asked.any();
    }

    @Provide
    Arbitrary<Asked> afterTheEmergency() {
        return Asked.afterTheEmergency();
    }

    private static PersonDecision decide(Asked asked) {
        return TestingRules.SHIPPED.decide(asked.person(), asked.asOf());
    }

    /** The answer as the caller sees it. */
    private static String answer(TestingPolicy policy, Asked asked) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            PersonDecisionJson.write(out, policy.decide(asked.person(), asked.asOf()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A due date to compare with others: where nothing is due, later than every day. */
    private static int due(PersonDecision decision) {
        return decision.dueOn() == Days.NONE ? Days.OPEN : decision.dueOn();
    }

    private static boolean hasObligations(PersonDecision decision) {
        return decision.status().compareTo(Status.OVERDUE) <= 0;
    }

    @Property
    void theOrderOfSamplesAssignmentsAndAbsencesNeverMatters(@ForAll("asked") Asked asked, @ForAll Random shuffle) {
        assertThat(answer(TestingRules.SHIPPED, asked.reordered(shuffle)))
                .isEqualTo(answer(TestingRules.SHIPPED, asked));
        assertThat(answer(TestingRules.ODD_ONES, asked.reordered(shuffle)))
                .isEqualTo(answer(TestingRules.ODD_ONES, asked));
    }

    @Property
    void theOrderOfRulesNeverMatters(@ForAll("asked") Asked asked) {
        assertThat(answer(BACKWARDS, asked)).isEqualTo(answer(TestingRules.SHIPPED, asked));
    }

    @Property
    void whatIsRememberedIsWhatDroolsSays(@ForAll("asked") Asked asked) {
        assertThat(decide(asked)).isEqualTo(FRESH.decide(asked.person(), asked.asOf()));
        assertThat(TestingRules.ODD_ONES.decide(asked.person(), asked.asOf()))
                .isEqualTo(FRESH_ODD.decide(asked.person(), asked.asOf()));
    }

    /** After the emergency, since before it the windows stand still; by whole weeks, since a week's cadence has weekdays. */
    @Property
    void whenAllDaysMoveByWholeWeeksTheAnswerMovesAlong(
            @ForAll("afterTheEmergency") Asked asked, @ForAll @IntRange(min = 1, max = 40_000) int weeks) {
        IntUnaryOperator move = day -> Days.known(day) ? day + 7 * weeks : day;
        PersonDecision here = decide(asked);
        List<Obligation> moved = here.obligations().stream()
                .map(each -> new Obligation(
                        each.duty(),
                        Asked.later(each.assignment(), move),
                        move.applyAsInt(each.from()),
                        move.applyAsInt(each.to()),
                        move.applyAsInt(each.lastCounted()),
                        move.applyAsInt(each.dueOn()),
                        each.status()))
                .toList();
        assertThat(decide(asked.later(7 * weeks)))
                .isEqualTo(new PersonDecision(
                        here.personId(),
                        here.status(),
                        move.applyAsInt(here.dueOn()),
                        here.action(),
                        moved,
                        here.notes()));
    }

    /** On the same day or later than all others; a positive one blocks, which is no matter of being overdue. */
    @Property
    void aSampleNotEarlierThanAnyOtherNeverMakesAPersonMoreOverdue(
            @ForAll("asked") Asked asked,
            @ForAll @IntRange(max = 12) int before,
            @ForAll @IntRange(max = 2) int result) {
        int takenOn = asked.asOf() - before;
        Assume.that(asked.person().samples().stream().allMatch(sample -> sample.takenOn() <= takenOn));
        PersonDecision without = decide(asked);
        PersonDecision with = decide(asked.with(
                new Sample(takenOn, List.of("NEGATIVE", "PENDING", "INVALID").get(result))));
        assertThat(with.status()).isLessThanOrEqualTo(without.status());
        assertThat(due(with)).isGreaterThanOrEqualTo(due(without));
        assertThat(with.action()).isLessThanOrEqualTo(without.action());
        assertThat(with.obligations()).hasSameSizeAs(without.obligations());
    }

    @Property
    void aNegativeSampleOnTheDayLeavesNobodyOverdue(@ForAll("asked") Asked asked) {
        PersonDecision sampled = decide(asked.with(new Sample(asked.asOf(), "NEGATIVE")));
        assertThat(sampled.status()).isNotIn(Status.OVERDUE, Status.DUE_TODAY);
    }

    @Property
    void oneMoreRuleNeverMakesADueDateLater(@ForAll("asked") Asked asked, @ForAll @IntRange(max = 4) int added) {
        PersonDecision before = decide(asked);
        PersonDecision after = ONE_MORE.get(added).decide(asked.person(), asked.asOf());
        assertThat(due(after)).isLessThanOrEqualTo(due(before));
        assertThat(after.action()).isGreaterThanOrEqualTo(before.action());
        assertThat(after.obligations()).containsAll(before.obligations());
        if (hasObligations(before)) {
            assertThat(after.status()).isGreaterThanOrEqualTo(before.status());
        }
    }

    /** Samples after the day asked about are left out; those that are pending may stop counting, which helps nobody. */
    @Property
    void whoeverIsOverdueStaysOverdueUntilSampledOrThePeriodEnds(
            @ForAll("asked") Asked generated, @ForAll @IntRange(min = 1, max = 30) int days) {
        Asked asked = withoutSamplesAfter(generated);
        int later = asked.asOf() + days;
        PersonDecision then = decide(asked.asOf(later));
        Assume.that(hasObligations(then));
        for (Obligation obligation : decide(asked).obligations()) {
            if (obligation.status() == Status.OVERDUE && obligation.to() >= later) {
                assertThat(then.obligations())
                        .filteredOn(each ->
                                each.duty() == obligation.duty() && each.assignment() == obligation.assignment())
                        .isNotEmpty()
                        .allMatch(each -> each.status() == Status.OVERDUE);
            }
        }
    }

    private static Asked withoutSamplesAfter(Asked asked) {
        Person person = asked.person();
        Stream<Sample> seen = person.samples().stream().filter(sample -> sample.takenOn() <= asked.asOf());
        return new Asked(
                new Person(person.id(), person.assignments(), seen.toList(), person.absences(), person.releasedOn()),
                asked.asOf());
    }

    @Property
    void aBlockedOrExemptPersonOwesNothingAndTheFirstObligationIsTheWorst(@ForAll("asked") Asked asked) {
        PersonDecision decision = decide(asked);
        if (hasObligations(decision)) {
            assertThat(decision.obligations())
                    .isNotEmpty()
                    .extracting(Obligation::status)
                    .allMatch(status -> status.compareTo(decision.status()) <= 0)
                    .contains(decision.status());
            assertThat(decision.dueOn()).isEqualTo(decision.obligations().get(0).dueOn());
        } else {
            assertThat(decision.obligations()).isEmpty();
            assertThat(decision.dueOn()).isEqualTo(Days.NONE);
        }
    }
}
