package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The series of runs that the schedule asks for. */
@Timeout(60)
class NightlyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CRON = "0 5 0 * * ?";

    private final SweepDistrict district = SweepDistrict.empty();

    @AfterEach
    void close() {
        district.close();
    }

    private int catchUp(String now, boolean begins) throws Exception {
        Clock clock = Clock.fixed(Instant.parse(now), ZONE);
        return new Nightly(district.sweeps, CRON, clock).catchUp(begins, day -> SweepDistrict.POLICY);
    }

    private List<String> asked() throws Exception {
        return district.rows("select id from sweeps where nightly order by no");
    }

    @Test
    void theDayIsThatOfTheLastTimeOfTheScheduleInTheZoneOfTheMarkets() {
        NightlyDays days = new NightlyDays(CRON);
        assertThat(days.lastDue(ZonedDateTime.parse("2022-04-07T00:04:58+08:00[Asia/Shanghai]")))
                .isEqualTo(Days.of("2022-04-06"));
        assertThat(days.lastDue(ZonedDateTime.parse("2022-04-07T00:05:00+08:00[Asia/Shanghai]")))
                .isEqualTo(Days.of("2022-04-07"));
        assertThat(days.lastDue(ZonedDateTime.parse("2022-04-07T23:59:59+08:00[Asia/Shanghai]")))
                .isEqualTo(Days.of("2022-04-07"));
    }

    @Test
    void aNewInstallationBeginsTheSeriesWhenItsTimeComesAndNotAtItsStart() throws Exception {
        assertThat(catchUp("2022-04-06T18:00:00Z", false)).isZero();
        assertThat(catchUp("2022-04-07T16:05:00Z", true)).isEqualTo(1);
        assertThat(asked()).containsExactly("2022-04-08.1");
    }

    @Test
    void missedDaysAreCaughtUpInOrderAndOnceByAllNodesTogether() throws Exception {
        catchUp("2022-04-06T16:05:00Z", true);
        assertThat(catchUp("2022-04-06T16:05:10Z", true)).isZero();
        assertThat(catchUp("2022-04-10T01:00:00Z", false)).isEqualTo(3);
        assertThat(catchUp("2022-04-10T01:00:00Z", false)).isZero();
        assertThat(asked()).containsExactly("2022-04-07.1", "2022-04-08.1", "2022-04-09.1", "2022-04-10.1");
        district.start();
        Sweep last = district.sweeps.latest(Integer.MAX_VALUE, 1).get(0);
        assertThat(district.ended(last).state()).isEqualTo(SweepState.COMPLETED);
        assertThat(district.rows("select distinct state, newest from sweeps")).containsExactly("COMPLETED t");
    }

    @Test
    void aRunThatSomebodyAskedForAndThatGoesOnBecomesThatOfTheSchedule() throws Exception {
        district.sweeps.request(Days.of("2022-04-07"), null, SweepDistrict.POLICY);
        assertThat(catchUp("2022-04-06T16:05:00Z", true)).isEqualTo(1);
        assertThat(asked()).containsExactly("2022-04-07.1");
    }

    @Test
    void aRunThatHasEndedDoesNotTakeThePlaceOfThatOfTheSchedule() throws Exception {
        district.start();
        district.run("2022-04-07");
        assertThat(catchUp("2022-04-06T16:05:00Z", true)).isEqualTo(1);
        assertThat(asked()).containsExactly("2022-04-07.2");
    }
}
