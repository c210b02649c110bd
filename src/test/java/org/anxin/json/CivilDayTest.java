package org.anxin.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.anxin.time.Days;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CivilDayTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long FIRST_SECOND = Days.FIRST * 86_400L + 86_400;
    private static final long LAST_SECOND = Days.LAST * 86_400L - 86_400;

    private static int time(String text) {
        return CivilDay.ofTime(text.toCharArray(), 0, text.length(), SHANGHAI);
    }

    @Property
    void everyDateIsReadAsJavaReadsIt(@ForAll @IntRange(min = -25_567, max = 376_199) int day) {
        assertThat(CivilDay.ofDate(LocalDate.ofEpochDay(day).toString())).isEqualTo(day);
    }

    @Property
    void everyTimeFallsOnTheDayItHasInTheZone(
            @ForAll @LongRange(min = -2_208_902_400L, max = 32_503_507_200L) long second,
            @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
        OffsetDateTime at = Instant.ofEpochSecond(second).atOffset(offset);
        String text = at.toLocalDate() + "T" + at.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME)
                + (offsetMinutes == 0 ? "Z" : offset.getId());
        long expected = at.atZoneSameInstant(SHANGHAI).toLocalDate().toEpochDay();
        assertThat(second).isBetween(FIRST_SECOND, LAST_SECOND);
        assertThat(time(text)).as(text).isEqualTo((int) expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-10T23:59:59+08:00, 2022-03-10",
        "2022-03-10T15:59:59Z, 2022-03-10",
        "2022-03-10T16:00:00Z, 2022-03-11",
        "2022-03-10t16:00:00.123456789z, 2022-03-11",
        "2016-12-31T23:59:60+08:00, 2016-12-31",
        "2022-03-10T00:00:00+23:59, 2022-03-09",
        "2022-03-10, 2022-03-10",
        "1987-07-01T15:30:00Z, 1987-07-02"
    })
    void aTimeIsADayInTheZone(String text, String day) {
        assertThat(time(text)).isEqualTo(Days.of(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-02-29",
                "2022-13-01",
                "2022-00-01",
                "2022-01-00",
                "1899-12-31",
                "3000-01-01",
                "22-01-01",
                "2022/01/01",
                "2022-1-1",
                "２０２２-01-01",
                "+2022-01-01",
                " 2022-01-01",
                "2022-01-01 ",
                "",
                "2022-01-0x"
            })
    void whatIsNoDateIsRefusedWithAReason(String text) {
        assertThat(CivilDay.ofDate(text)).isEqualTo(Days.NONE);
        assertThat(CivilDay.whyNoDate(text))
                .isIn(ErrorCode.BAD_DATE, ErrorCode.IMPOSSIBLE_DATE, ErrorCode.DATE_OUT_OF_RANGE);
    }
}
