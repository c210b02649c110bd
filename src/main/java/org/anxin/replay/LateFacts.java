package org.anxin.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts tell since when they are known by the time at which they began to be stored; others see them when that is done. A
 * large import may take minutes.
 */
final class LateFacts {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String TIMES = """
            select distinct known_from from (
                select known_from from samples where person_no = ?
                union all select known_from from samples_past where person_no = ?
                union all select known_to from samples_past where person_no = ?
                union all select known_from from assignments where person_no = ?
                union all select known_to from assignments_past where person_no = ?
                union all select known_from from absences where person_no = ?
                union all select known_to from absences_past where person_no = ?
                union all select known_from from people where no = ?
                union all select known_from from markets
                union all select known_to from markets_past) times
            where known_from <= ? and known_from > ? order by 1 desc limit 20""";
    private static final int PEOPLE = 8;

    private LateFacts() {}

    /** The moments just before something about a person became known, the last first. */
    static List<Instant> before(Connection connection, long person, Instant at) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TIMES)) {
            for (int i = 1; i <= PEOPLE; i++) {
                select.setLong(i, person);
            }
            select.setObject(PEOPLE + 1, at.atOffset(ZoneOffset.UTC));
            select.setObject(PEOPLE + 2, at.minus(LONGEST).atOffset(ZoneOffset.UTC));
            ResultSet row = select.executeQuery();
            List<Instant> moments = new ArrayList<>();
            while (row.next()) {
                moments.add(row.getObject(1, OffsetDateTime.class).toInstant().minus(1, ChronoUnit.MICROS));
            }
            return moments;
        }
    }
}
