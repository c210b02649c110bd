package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.anxin.time.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How pages write days, numbers and names, and where they lead. */
class LanguageTest {
    private static final int DAY = Days.of("2022-04-07");

    @Test
    void daysAreWrittenAsInEachLanguage() {
        assertThat(Language.ZH.shortDay(DAY)).isEqualTo("4月7日");
        assertThat(Language.EN.shortDay(DAY)).isEqualTo("7 Apr");
        assertThat(Language.ZH.weekday(DAY)).isEqualTo("星期四");
        assertThat(Language.EN.weekday(DAY)).isEqualTo("Thursday");
        assertThat(Language.ZH.shortWeekday(DAY)).isEqualTo("四");
        assertThat(Language.EN.day(Days.NONE)).isEqualTo("—");
    }

    @Test
    void aHundredPerCentMeansAll() {
        assertThat(Language.EN.percent(999, 1000)).isEqualTo("99%");
        assertThat(Language.EN.percent(1000, 1000)).isEqualTo("100%");
        assertThat(Language.EN.percent(0, 0)).isEqualTo("—");
        assertThat(Language.EN.change(-1407)).isEqualTo("−1,407");
    }

    @ParameterizedTest
    @CsvSource({"王军, 王*", "王小明, 王**", "欧阳小小明, 欧**", "𠮷野家, 𠮷**", "王, 王*", "'', —"})
    void ofANameOnlyTheFirstCharacterIsShown(String name, String shown) {
        assertThat(MaskedName.of(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "evil", "", "/a\nb", "/a\\b", "/王"})
    void theWayBackLeadsToNoOtherSite(String address) {
        assertThat(LanguageResource.isLocal(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?day=2022-04-07", "/people/P-1?day=2022-04-07&knownAt=2022-04-07T10%3A00"})
    void theWayBackLeadsToPages(String address) {
        assertThat(LanguageResource.isLocal(address)).isTrue();
    }

    @Test
    void aTrendRisesFromTheBottomToTheTop() {
        assertThat(Spark.of(java.util.List.of(1, 3, 2)).path()).isEqualTo("M0.0,22.0 50.0,2.0 100.0,12.0");
        assertThat(Spark.of(java.util.List.of(5, 5)).path()).isEqualTo("M0.0,12.0 100.0,12.0");
    }
}
