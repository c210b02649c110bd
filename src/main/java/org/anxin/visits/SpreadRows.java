package org.anxin.visits;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.patrol.Failure;
import org.anxin.patrol.PatrolPolicy;
import org.anxin.patrol.Widespread;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one item that may bear on whether one of them is widespread.
 *
 * @param rows with the numbers by which tables know them
 */
record SpreadRows(Connection connection, List<Row> rows) {
    private static final String SELECT = """
            select f.no, f.market_no, v.id, m.id, m.type, f.item, v.means, f.on_day - date '1970-01-01', f.at, r.at,
                f.widespread_on - date '1970-01-01', f.widespread_rule, m.subdistrict, f.code, f.due_on::text
            from patrol_findings f join visits v on v.no = f.visit_no join markets m on m.no = f.market_no
                left join rectifications r on r.finding_no = f.no
            where f.item = ? and (f.on_day >= ?::date or f.market_no = ? and (r.at is null or r.at > ?))""";

    private static final String MARK = "update patrol_findings set widespread_on = ?::date, widespread_rule = ?,"
            + " widespread_directive = ?, widespread_ruleset = ? where no = ?";

    /**
     * A finding.
     *
     * @param no its number
     * @param marketNo the market's number
     * @param since epoch day since which it is widespread already, {@link Days#NONE} if it is not
     * @param rule by which it is, null if it is not
     * @param subdistrict the market's, null if not given
     * @param code its kind
     * @param dueOn last day for rectification
     */
    record Row(
            long no,
            int marketNo,
            Failure failure,
            int since,
            @Nullable String rule,
            @Nullable String subdistrict,
            String code,
            String dueOn) {

        /** Whether it is widespread already. */
        boolean isWidespread() {
            return rule != null;
        }

        /** Whether this is not what is stored; a visit that came late may show an earlier day. */
        boolean isNews(Widespread now) {
            return rule == null
                    || now.since() < since
                    || now.since() == since && now.rule().id().compareTo(rule) < 0;
        }
    }

    static SpreadRows read(Connection connection, int marketNo, String item, Visit visit) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, item);
            select.setString(2, Days.text(Math.max(Days.FIRST, visit.at().day() - PatrolPolicy.LOOK_BACK)));
            select.setInt(3, marketNo);
            select.setObject(4, Times.of(visit.at().micros()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong(1),
                            row.getInt(2),
                            failure(row),
                            Times.day(row, 11),
                            row.getString(12),
                            row.getString(13),
                            row.getString(14),
                            row.getString(15)));
                }
            }
        }
        return new SpreadRows(connection, rows);
    }

    private static Failure failure(ResultSet row) throws SQLException {
        return new Failure(
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                Times.micros(row, 9, 0),
                Times.micros(row, 10, Failure.NOT_RECTIFIED));
    }

    List<Failure> failures() {
        return rows.stream().map(Row::failure).toList();
    }

    /** Stores that a finding is widespread. */
    void mark(long no, Widespread widespread, String ruleset) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MARK)) {
            update.setString(1, Days.text(widespread.since()));
            update.setString(2, widespread.rule().id());
            update.setString(3, widespread.rule().directive().id());
            update.setString(4, ruleset);
            update.setLong(5, no);
            update.executeUpdate();
        }
    }
}
