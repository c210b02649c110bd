package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.notices.Notice;
import org.anxin.notices.Outbox;

/** Tells each market, and its subdistrict, that a run has listed people there: how many, and where the lists are. */
final class ListNotices {
    private static final String LISTED = """
            select no, id, subdistrict, sum(warned), sum(suspended)
            from sweep_markets join markets on no = market_no where sweep = ?
            group by no having sum(warned + suspended) > 0 order by no""";

    private ListNotices() {}

    /**
     * Adds them to the transaction that completes the run. A run that may suspend nobody, such as one for a day to come or a
     * look into the past, tells nobody.
     */
    static void add(Connection connection, Sweep run) throws SQLException {
        if (!Boolean.TRUE.equals(run.newest())) {
            return;
        }
        List<Notice> notices = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LISTED)) {
            select.setInt(1, run.no());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notices.add(notice(run, row));
                }
            }
        }
        Outbox.add(connection, notices);
    }

    private static Notice notice(Sweep run, ResultSet row) throws SQLException {
        String market = row.getString(2);
        int warned = row.getInt(4);
        int suspended = row.getInt(5);
        String id = "lists/" + run.id() + "/" + market;
        return Notice.of(id, "lists-issued", row.getInt(1), row.getString(3), out -> {
            out.writeStringField("sweepId", run.id());
            out.writeStringField("asOf", run.day());
            out.writeNumberField("warned", warned);
            out.writeNumberField("suspended", suspended);
            out.writeStringField("warnings", link(market, "warnings", run));
            out.writeStringField("suspensions", link(market, "suspensions", run));
        });
    }

    private static String link(String market, String list, Sweep run) {
        return "/api/v1/markets/" + market + "/" + list + "?sweep=" + run.id();
    }
}
