package org.anxin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final List<Letter> LETTERS =
            List.of(new Letter("L-1", 100), new Letter("L-2", 200), new Letter("L-3", 300));

    private static Standing standing(int asOf, Signature... signatures) {
        return Standing.of(new Onboarding(List.of(), List.of(signatures)), LETTERS, asOf);
    }

    @Test
    void aVersionAppliesFromItsFirstDayUntilTheNextOneDoes() {
        Signature first = new Signature("L-1", 150);
        assertThat(standing(199, first).daysOutdated()).isEqualTo(Days.NONE);
        assertThat(standing(200, first).daysOutdated()).isZero();
        assertThat(standing(299, first).daysOutdated()).isEqualTo(99);
        assertThat(standing(300, first).daysOutdated()).isZero();
    }

    @Test
    void aSignatureIsNotSeenBeforeItsDay() {
        assertThat(standing(149, new Signature("L-1", 150)).signed()).isFalse();
        assertThat(standing(150, new Signature("L-1", 150)).signed()).isTrue();
    }

    @Test
    void whoeverSignsTheNextVersionAheadOfItsDayIsNotBehind() {
        assertThat(standing(190, new Signature("L-2", 180)).outdated()).isFalse();
        assertThat(standing(290, new Signature("L-2", 180)).outdated()).isFalse();
        assertThat(standing(300, new Signature("L-2", 180)).outdated()).isTrue();
    }

    @Test
    void aSignatureWithoutAVersionStandsForTheOneThatAppliedOnItsDay() {
        assertThat(standing(199, new Signature(null, 150)).outdated()).isFalse();
        assertThat(standing(200, new Signature(null, 150)).outdated()).isTrue();
        assertThat(standing(250, new Signature(null, 200)).outdated()).isFalse();
    }

    @Test
    void aSignatureFromBeforeAllVersionsIsOutdatedOnceThereIsOne() {
        assertThat(standing(99, new Signature(null, 50)).outdated()).isFalse();
        assertThat(standing(100, new Signature(null, 50)).daysOutdated()).isZero();
    }

    @Test
    void withoutAnyVersionASignatureIsNotOutdated() {
        Onboarding done = new Onboarding(List.of(), List.of(new Signature(null, 50)));
        assertThat(Standing.of(done, List.of(), 1000)).isEqualTo(new Standing(false, true, Days.NONE));
    }

    @Test
    void theOrderOfVersionsAndSignaturesDoesNotMatter() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            List<Signature> signatures = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                String letter = random.nextInt(4) == 0 ? null : "L-" + (1 + random.nextInt(3));
                signatures.add(new Signature(letter, 50 + random.nextInt(300)));
            }
            int asOf = 50 + random.nextInt(350);
            Standing one = Standing.of(new Onboarding(List.of(), signatures), LETTERS, asOf);
            List<Signature> shuffled = new ArrayList<>(signatures);
            Collections.shuffle(shuffled, random);
            List<Letter> letters = new ArrayList<>(LETTERS);
            Collections.shuffle(letters, random);
            assertThat(Standing.of(new Onboarding(List.of(), shuffled), letters, asOf))
                    .isEqualTo(one);
        }
    }
}
