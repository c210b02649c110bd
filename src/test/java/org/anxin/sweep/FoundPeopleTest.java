package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.anxin.personal.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures and lists of a run are what the database counts, and never differ from each other. */
@Timeout(120)
class FoundPeopleTest {
    private static final int ALL = 10_000;
    private static SweepDistrict district;
    private static FoundPeople found;
    private static Sweep run;

    @BeforeAll
    static void sweep() throws Exception {
        district = SweepDistrict.demo();
        district.start();
        Sweep first = district.run("2022-04-06");
        run = district.run("2022-04-07");
        assertThat(first.state()).isEqualTo(SweepState.COMPLETED);
        // Works at a second market since the run.
        district.execute("insert into assignments (person_no, market_no, category, from_on)"
                + " select (select no from people where id = 'P-000001'), no, 'STAFF', '2022-04-01' from markets"
                + " where id = 'M-11' on conflict do nothing");
        found = new FoundPeople(district.source(), TestKeys.sealing(TestKeys.ONE));
    }

    @AfterAll
    static void close() {
        district.close();
    }

    /** Counted by the database, in its own way. */
    private static long counted(FoundGroup group) throws SQLException {
        String sql = FoundRows.LISTED
                        .replaceFirst("\\?", Integer.toString(run.no()))
                        .replaceFirst("\\?", Integer.toString(run.asOf()))
                        .replaceFirst("\\?", "'" + run.begun() + "'")
                + "select count(distinct person_no) from listed where " + group.condition();
        return Long.parseLong(district.rows(sql).get(0));
    }

    @ParameterizedTest
    @EnumSource(FoundGroup.class)
    void everyFigureIsWhatTheDatabaseCountsAndAsLongAsItsList(FoundGroup group) throws SQLException {
        DayFigures figures = found.figures(run);
        assertThat((long) figures.total().of(group)).isEqualTo(counted(group));
        List<FoundPerson> all = found.people(run, group, null, 0, ALL);
        assertThat(all).hasSize(figures.total().of(group)).doesNotHaveDuplicates();
        for (String market : figures.markets().keySet()) {
            assertThat(found.people(run, group, market, 0, ALL))
                    .as(market)
                    .hasSize(figures.at(market).of(group))
                    .allMatch(person -> person.marketIds().equals(List.of(market)));
        }
    }

    @Test
    void pagesFollowEachOther() throws SQLException {
        List<FoundPerson> all = found.people(run, FoundGroup.ON_DUTY, null, 0, ALL);
        assertThat(found.people(run, FoundGroup.ON_DUTY, null, 50, 50)).isEqualTo(all.subList(50, 100));
        assertThat(found.people(run, FoundGroup.ON_DUTY, null, all.size(), 50)).isEmpty();
    }

    @Test
    void whatWasStoredForTrendsIsWhatWasCounted() throws SQLException {
        DayFigures counted = found.figures(run);
        found.past(run);
        DayFigures stored = found.past(run);
        assertThat(stored.markets().keySet()).isEqualTo(counted.markets().keySet());
        for (FoundGroup group : FoundGroup.values()) {
            assertThat(stored.total().of(group)).isEqualTo(counted.total().of(group));
        }
    }
}
