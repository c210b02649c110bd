package org.anxin.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** What sweeps did: warnings on lists that were issued, suspensions opened and lifted. Each on the day the sweep was for. */
final class SweepEvents {
    private static final Bilingual SUSPENDED = new Bilingual("暂停经营", "Suspended");
    private static final Bilingual BLOCKED = new Bilingual("禁止入场", "Blocked");
    private static final Bilingual LIFTED = new Bilingual("恢复经营", "Suspension lifted");

    /**
     * A finding was issued by the first run that completed while it stood: a run writes only what it finds changed, so a
     * run that failed may have written what the next one found again.
     */
    private static final String WARNINGS = """
            select run.as_of - date '1970-01-01', run.id, status, due_on - date '1970-01-01', rules, places
            from asked cross join lateral (
                select sweep, 2147483647 as until_sweep, status, due_on, action, rules, places from results
                where results.person_no = asked.person_no
                union all
                select sweep, until_sweep, status, due_on, action, rules, places from results_past
                where results_past.person_no = asked.person_no) found
            cross join lateral (
                select no, id, as_of from sweeps
                where no >= found.sweep and no < found.until_sweep and state in ('COMPLETED', 'COMPLETED_WITH_ERRORS')
                  and known_at is null
                  and (asked.at is null or ended <= asked.at)
                order by no limit 1) run
            where found.action = 'WARN' and run.as_of <= asked.day order by run.no
            """;

    private static final String OPENED = """
            select run.as_of - date '1970-01-01', run.id, action, rules, opened_samples
            from asked join suspensions on suspensions.person_no = asked.person_no
            join sweeps run on run.no = opened_sweep
            where run.as_of <= asked.day and (asked.at is null or run.ended <= asked.at) order by run.no
            """;

    private static final String ENDED = """
            select run.as_of - date '1970-01-01', run.id, action, rules, lifted_samples
            from asked join suspensions on suspensions.person_no = asked.person_no
            join sweeps run on run.no = lifted_sweep
            where run.as_of <= asked.day and (asked.at is null or run.ended <= asked.at) order by run.no
            """;

    private final List<Event> events;

    /** @param events gets what is found */
    SweepEvents(List<Event> events) {
        this.events = events;
    }

    /** Finds all of them. */
    void find(Rows rows) throws SQLException {
        rows.each(WARNINGS, this::warning);
        rows.each(OPENED, row -> {
            Bilingual text = row.getString(3).equals("BLOCK") ? BLOCKED : SUSPENDED;
            events.add(new Event(row.getInt(1), Event.Kind.SUSPENDED, text, turn(row)));
        });
        rows.each(ENDED, row -> events.add(new Event(row.getInt(1), Event.Kind.LIFTED, LIFTED, turn(row))));
    }

    private void warning(ResultSet row) throws SQLException {
        int dueOn = Rows.day(row, 4);
        Bilingual text = dueOn == Days.NONE
                ? new Bilingual("列入预警名单", "Warned")
                : new Bilingual(
                        "列入预警名单，最迟应于" + DayText.zh(dueOn) + "采样", "Warned, to be sampled by " + DayText.en(dueOn));
        Details details = new Details()
                .with("sweepId", row.getString(2))
                .with("status", row.getString(3))
                .withDay("dueOn", dueOn)
                .with("rules", texts(row, 5))
                .with(
                        "marketIds",
                        texts(row, 6).stream()
                                .map(place -> place.split(" ", 2)[0])
                                .toList());
        events.add(new Event(row.getInt(1), Event.Kind.WARNED, text, details.all()));
    }

    private static Map<String, @Nullable Object> turn(ResultSet row) throws SQLException {
        return new Details()
                .with("sweepId", row.getString(2))
                .with("action", row.getString(3))
                .with("rules", texts(row, 4))
                .with(
                        "samples",
                        Arrays.stream((Object[]) row.getArray(5).getArray())
                                .map(Object::toString)
                                .toList())
                .all();
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
