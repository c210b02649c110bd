package org.anxin.visits;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.anxin.patrol.PatrolPolicy;
import org.anxin.time.Days;

/**
 * The patrols of a district on one day.
 *
 * @param done visits and video checks on the day
 * @param video of these, video checks
 * @param failed of these, checks in which an item failed
 * @param marketsWithGaps markets whose day the rules find wanting, such as one with fewer than ten checks
 * @param findings how all findings until then stand
 */
public record PatrolFigures(int done, int video, int failed, int marketsWithGaps, Standing findings) {
    private static final String STANDING = """
            select count(*), count(*) filter (where r.on_day <= k.day),
                count(*) filter (where (r.on_day is null or r.on_day > k.day) and f.due_on < k.day)
            from (select ?::date as day) k
            join patrol_findings f on f.on_day <= k.day left join rectifications r on r.finding_no = f.no""";

    /**
     * Findings on a day. What is not rectified is open, or overdue.
     *
     * @param found until that day
     */
    public record Standing(int found, int rectified, int open, int overdue) {}

    /**
     * Counts what is stored.
     *
     * @param connection in a transaction that reads repeatably
     * @param day epoch day
     * @param policy tells which days are wanting
     */
    public static PatrolFigures of(Connection connection, int day, PatrolPolicy policy) throws SQLException {
        List<PatrolDays.Day> markets = PatrolDays.all(connection, day, policy);
        return new PatrolFigures(
                markets.stream().mapToInt(PatrolDays.Day::checks).sum(),
                markets.stream().mapToInt(PatrolDays.Day::video).sum(),
                markets.stream().mapToInt(PatrolDays.Day::failed).sum(),
                (int) markets.stream()
                        .filter(market -> !market.faults().isEmpty())
                        .count(),
                findings(connection, day));
    }

    private static Standing findings(Connection connection, int day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setString(1, Days.text(day));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                int found = row.getInt(1);
                int rectified = row.getInt(2);
                int overdue = row.getInt(3);
                return new Standing(found, rectified, found - rectified - overdue, overdue);
            }
        }
    }
}
