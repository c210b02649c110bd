package org.anxin.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

    @Property
    void aNumberIsReadExactlyOrRefusedByItsValue(
            @ForAll long unscaled, @ForAll @IntRange(min = -20, max = 20) int scale) {
        BigDecimal number = BigDecimal.valueOf(unscaled, scale);
        BigDecimal shortest = number.stripTrailingZeros();
        int after = Math.max(shortest.scale(), 0);
        int before = Math.max(shortest.precision() - shortest.scale(), 0);
        boolean allowed = number.signum() == 0 || after <= 6 && before + after <= 18;
        for (String text : new String[] {number.toString(), number.toPlainString()}) {
            BigDecimal read = Decimal.of(text);
            assertThat(read != null).as(text).isEqualTo(allowed);
            assertThat(read == null || read.compareTo(number) == 0).as(text).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1200, 1200",
        "1.50, 1.5",
        "-0.0, 0",
        "1.2e3, 1200",
        "0e999999999999, 0",
        "1000000000e-9, 1",
        "999999999999999999, 999999999999999999",
        "1e17, 100000000000000000",
        "0.000001, 0.000001",
        "123456789012.123456, 123456789012.123456"
    })
    void numbersAreJudgedByValue(String text, BigDecimal value) {
        assertThat(Decimal.of(text)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1e18", "1e999999999", "1e99999999999999999999", "1e-7", "1234567890123.123456", "0.0000001"})
    void whatIsTooLongIsRefusedAtOnce(String text) {
        assertThat(Decimal.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0x10", "1_000", ".5", "1.", "+1", ".inf", "01"})
    void onlyPlainNumbersAreNumbers(String text) {
        assertThat(Decimal.isPlain(text)).isFalse();
    }
}
