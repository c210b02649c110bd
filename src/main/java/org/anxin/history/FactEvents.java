package org.anxin.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** What was registered and reported about a person: assignments, absences, samples, the release. */
final class FactEvents {
    private static final Bilingual ASSIGNED = new Bilingual("上岗", "Assignment began");
    private static final Bilingual UNASSIGNED = new Bilingual("岗位结束", "Assignment ended");
    private static final Bilingual LEFT = new Bilingual("开始缺勤", "Absence began");
    private static final Bilingual RETURNED = new Bilingual("缺勤的最后一天", "Last day of the absence");
    private static final Bilingual RELEASED = new Bilingual("解除禁止入场", "Released");

    private static final String ASSIGNMENTS = """
            select from_on - date '1970-01-01', to_on - date '1970-01-01', markets.id, category, operators.id
            from (%s) known join markets on markets.no = market_no left join operators on operators.no = operator_no
            order by from_on, to_on, markets.id, category
            """.formatted(Rows.known(
            "fact.from_on, fact.to_on, fact.market_no, fact.category, fact.operator_no", "assignments", "person_no"));

    private static final String ABSENCES = "select from_on - date '1970-01-01', to_on - date '1970-01-01' from ("
            + Rows.known("fact.from_on, fact.to_on", "absences", "person_no") + ") known order by from_on";

    private static final String RELEASE = "select released_on - date '1970-01-01' from ("
            + Rows.known("fact.released_on", "people", "no") + ") known where released_on is not null";

    private static final String SAMPLES =
            "select taken_on - date '1970-01-01', taken_at, result, laboratory, known_from"
                    + " from ("
                    + Rows.known(
                            "fact.taken_on, fact.taken_at, fact.result, fact.laboratory, fact.known_from",
                            "samples",
                            "person_no")
                    + ") known, asked where taken_on <= asked.day order by taken_on, taken_at nulls first";

    private final int asOf;
    private final ZoneId zone;
    private final Words words;
    private final List<Event> events;

    /**
     * @param asOf nothing later is found
     * @param zone in which times of samples are told
     * @param events gets what is found
     */
    FactEvents(int asOf, ZoneId zone, Words words, List<Event> events) {
        this.asOf = asOf;
        this.zone = zone;
        this.words = words;
        this.events = events;
    }

    /** Finds all of them. */
    void find(Rows rows) throws SQLException {
        rows.each(ASSIGNMENTS, this::assignment);
        rows.each(ABSENCES, this::absence);
        rows.each(RELEASE, row -> add(Rows.day(row, 1), Event.Kind.RELEASED, RELEASED, new Details()));
        rows.each(SAMPLES, this::sample);
    }

    private void assignment(ResultSet row) throws SQLException {
        Details details = new Details()
                .with("marketId", row.getString(3))
                .with("category", row.getString(4))
                .with("operatorId", row.getString(5));
        add(Rows.day(row, 1), Event.Kind.ASSIGNMENT_BEGAN, ASSIGNED, details);
        add(Rows.day(row, 2), Event.Kind.ASSIGNMENT_ENDED, UNASSIGNED, details);
    }

    private void absence(ResultSet row) throws SQLException {
        add(Rows.day(row, 1), Event.Kind.ABSENCE_BEGAN, LEFT, new Details());
        add(Rows.day(row, 2), Event.Kind.ABSENCE_ENDED, RETURNED, new Details());
    }

    private void sample(ResultSet row) throws SQLException {
        int day = row.getInt(1);
        String result = row.getString(3);
        Words.Word word = words.find("result", result);
        Bilingual text = word == null
                ? new Bilingual("采样", "Sampled")
                : new Bilingual(
                        "采样，结果：" + word.name().zh(),
                        "Sampled, result: " + word.name().en());
        Details details = new Details()
                .with("takenAt", time(row, 2, day))
                .with("result", result)
                .with("laboratory", row.getString(4))
                .with("knownFrom", time(row, 5, day));
        add(day, Event.Kind.SAMPLED, text, details);
    }

    /** A time of the service's zone, or the day where only that is known. */
    private String time(ResultSet row, int column, int day) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null
                ? Days.text(day)
                : time.atZoneSameInstant(zone).toOffsetDateTime().toString();
    }

    private void add(int day, Event.Kind kind, Bilingual text, Details details) {
        if (day != Days.NONE && day <= asOf) {
            events.add(new Event(day, kind, text, details.all()));
        }
    }
}
