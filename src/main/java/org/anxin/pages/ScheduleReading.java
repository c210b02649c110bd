package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.anxin.policy.Activation;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Timetable;
import org.anxin.policy.Versions;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what is in force when, and who saw to it. */
@Singleton
class ScheduleReading {
    private static final int EVENTS = 30;
    private static final int VERSIONS = 30;

    /** So many days before and after today are drawn. */
    private static final int DRAWN = 45;

    private static final int WIDTH = 1000;

    private final Versions versions;
    private final DeskReading desk;
    private final Pages pages;

    ScheduleReading(Versions versions, DeskReading desk, Pages pages) {
        this.versions = versions;
        this.desk = desk;
        this.pages = pages;
    }

    /**
     * The timetable.
     *
     * @param page of the events, from 1
     * @param before only versions with a lower number
     */
    SchedulePage of(int page, int before) throws SQLException {
        Timetable timetable = versions.timetable();
        int today = pages.today();
        List<SchedulePage.Period> periods = periods(timetable, today);
        List<RulesetVersion> found = versions.latest(before, VERSIONS + 1);
        List<RulesPage.Version> shown = found.subList(0, Math.min(VERSIONS, found.size())).stream()
                .map(version -> desk.version(version, timetable))
                .toList();
        List<Activation> newest = new ArrayList<>(timetable.activations());
        Collections.reverse(newest);
        int from = Math.min((page - 1) * EVENTS, newest.size());
        int to = Math.min(from + EVENTS, newest.size());
        Address here = Address.of("/rules/schedule");
        return new SchedulePage(
                today,
                periods,
                blocks(periods, today),
                WIDTH / 2,
                newest.subList(from, to).stream()
                        .map(one -> new SchedulePage.Event(one, kind(one, timetable)))
                        .toList(),
                page > 1 ? here.with("page", page - 1).at("events").toString() : null,
                to < newest.size() ? here.with("page", page + 1).at("events").toString() : null,
                shown,
                found.size() > VERSIONS
                        ? here.with("before", found.get(VERSIONS - 1).no())
                                .at("versions")
                                .toString()
                        : null);
    }

    private static List<SchedulePage.Period> periods(Timetable timetable, int today) {
        List<Activation> firsts = new ArrayList<>();
        for (Activation one = timetable.next(Days.NONE); one != null; one = timetable.next(one.effectiveFrom())) {
            boolean isSame = !firsts.isEmpty() && firsts.get(firsts.size() - 1).version() == one.version();
            if (!isSame) {
                firsts.add(one);
            }
        }
        List<SchedulePage.Period> periods = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            int to = i + 1 < firsts.size() ? firsts.get(i + 1).effectiveFrom() - 1 : Days.OPEN;
            periods.add(period(firsts.get(i), to, today));
        }
        return periods;
    }

    private static SchedulePage.Period period(Activation first, int to, int today) {
        int from = first.effectiveFrom();
        boolean isComing = from > today;
        boolean isOver = to < today;
        int away = from - today;
        Bilingual when = isComing
                ? new Bilingual(away + "天后生效", away == 1 ? "tomorrow" : "in " + away + " days")
                : isOver ? new Bilingual("已过", "over") : new Bilingual("现行", "in force today");
        return new SchedulePage.Period(
                first,
                from,
                to,
                when,
                isComing ? "tom" : isOver ? "plain" : "fine",
                isComing,
                isComing && first.fallsBackTo() != null);
    }

    private static List<SchedulePage.Block> blocks(List<SchedulePage.Period> periods, int today) {
        List<SchedulePage.Block> blocks = new ArrayList<>();
        int begin = today - DRAWN;
        int end = today + DRAWN;
        for (SchedulePage.Period period : periods) {
            int from = Math.max(begin, period.from());
            int to = Math.min(end, period.to());
            if (from <= to) {
                int left = place(from, begin);
                String look = period.isComing() ? "coming" : period.to() < today ? "over" : "now";
                blocks.add(new SchedulePage.Block(
                        period.activation().version(), left, place(to + 1, begin) - left - 2, look));
            }
        }
        return blocks;
    }

    private static int place(int day, int begin) {
        return (day - begin) * WIDTH / (2 * DRAWN + 1);
    }

    /** What somebody did: of the same first day, the version that an earlier activation took the place of comes back. */
    private Bilingual kind(Activation one, Timetable timetable) {
        boolean isBack = timetable.activations().stream()
                .anyMatch(earlier -> earlier.no() < one.no()
                        && earlier.effectiveFrom() == one.effectiveFrom()
                        && isVersion(earlier.fallsBackTo(), one.version()));
        if (isBack) {
            return new Bilingual("退回到此版", "Rolled back to it");
        }
        int done = (int) one.at().atZone(pages.zone()).toLocalDate().toEpochDay();
        return one.effectiveFrom() > done ? new Bilingual("排定生效", "Scheduled") : new Bilingual("生效", "Put into force");
    }

    private static boolean isVersion(@Nullable Integer number, int version) {
        return number != null && number == version;
    }
}
