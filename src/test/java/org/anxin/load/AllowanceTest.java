package org.anxin.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final Allowance allowance = new Allowance(100);

    @Test
    void sharesGrowUntilNothingIsLeft() {
        Allowance.Share one = allowance.share();
        Allowance.Share other = allowance.share();
        assertThat(one.growTo(60)).isTrue();
        assertThat(other.growTo(41)).isFalse();
        assertThat(other.growTo(40)).isTrue();
        assertThat(one.growTo(61)).isFalse();
        assertThat(one.growTo(10)).as("it has more than that").isTrue();
    }

    @Test
    void whatIsGivenBackOthersMayTake() {
        Allowance.Share one = allowance.share();
        assertThat(one.growTo(100)).isTrue();
        one.close();
        one.close();
        assertThat(allowance.share().growTo(100)).isTrue();
        assertThat(allowance.share().growTo(1)).isFalse();
    }
}
