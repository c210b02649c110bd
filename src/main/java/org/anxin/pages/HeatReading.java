package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.impact.Forecast;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Market;
import org.anxin.sweep.DayFigures;
import org.anxin.sweep.FoundGroup;
import org.anxin.sweep.SampledDays;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Makes the calendar of testing demand. */
@Singleton
class HeatReading {
    static final int PAST = 14;
    static final int COMING = 13;
    private static final int WEEK = 7;

    /** Shares of those on duty, in percent, at which the next level begins. */
    private static final int[] LEVELS = {10, 25, 40, 60, 98};

    private static final int PERCENT = 100;

    private final SampledDays sampled;
    private final KeptForecasts forecasts;
    private final ActivePolicy activePolicy;

    HeatReading(SampledDays sampled, KeptForecasts forecasts, ActivePolicy activePolicy) {
        this.sampled = sampled;
        this.forecasts = forecasts;
        this.activePolicy = activePolicy;
    }

    /**
     * The calendar around a day.
     *
     * @param figures of the run of the day; null if there is none
     * @param before figures of earlier runs by day
     */
    Heat around(int day, @Nullable DayFigures figures, Map<Integer, DayFigures> before, Map<String, Market> markets)
            throws SQLException {
        int first = day - PAST;
        int last = Math.min(Days.LAST, day + COMING);
        Map<String, int[]> past = sampled.counts(first, day - 1);
        Forecast coming = forecasts.of(activePolicy.lately(day), day, last);
        Map<Integer, DayFigures> byDay = new TreeMap<>(before);
        List<Heat.Row> rows = new ArrayList<>();
        for (Market market : markets.values()) {
            int onDuty = figures == null ? 0 : figures.at(market.id()).of(FoundGroup.ON_DUTY);
            int[] samples = past.getOrDefault(market.id(), new int[PAST]);
            int[] needed = coming.markets().getOrDefault(market.id(), new int[last - day + 1]);
            List<Heat.Cell> cells = new ArrayList<>();
            for (int one = first; one < day; one++) {
                cells.add(past(market, one, day, samples[one - first], onDuty, byDay.get(one)));
            }
            for (int one = day; one <= last; one++) {
                int count = needed[one - day];
                cells.add(new Heat.Cell(
                        one, count, level(count, onDuty), 0, one == day, true, list(market, day, "due", one)));
            }
            String address = Address.of("/markets/" + market.id())
                    .with("day", Days.text(day))
                    .toString();
            rows.add(new Heat.Row(market.name(), address, cells));
        }
        return new Heat(months(first, last), days(first, day, last), rows);
    }

    private static Heat.Cell past(
            Market market, int one, int day, int count, int onDuty, @Nullable DayFigures figures) {
        int missed = figures == null ? 0 : figures.at(market.id()).of(FoundGroup.STILL_DUE);
        String list = list(market, day, "sampled", one);
        return new Heat.Cell(one, count, level(count, onDuty), missed, false, false, list);
    }

    private static String list(Market market, int day, String which, int one) {
        return Address.of("/markets/" + market.id())
                .with("day", Days.text(day))
                .with(which, Days.text(one))
                .at("list")
                .toString();
    }

    private static int level(int count, int onDuty) {
        if (onDuty == 0) {
            return 0;
        }
        int level = 0;
        while (level < LEVELS.length && (long) count * PERCENT >= (long) LEVELS[level] * onDuty) {
            level++;
        }
        return level;
    }

    private static List<Heat.Day> days(int first, int day, int last) {
        List<Heat.Day> days = new ArrayList<>();
        for (int one = first; one <= last; one++) {
            days.add(new Heat.Day(one, one == day, one - Days.monday(one) >= WEEK - 2));
        }
        return days;
    }

    private static List<Heat.Month> months(int first, int last) {
        List<Heat.Month> months = new ArrayList<>();
        int begin = first;
        for (int one = first + 1; one <= last + 1; one++) {
            if (one > last || Days.text(one).endsWith("-01")) {
                months.add(new Heat.Month(begin, one - begin));
                begin = one;
            }
        }
        return months;
    }
}
