package org.anxin.notices;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Takes notices in the transaction of their cause: both are stored, or neither. */
public final class Outbox {
    /**
     * Held until the transaction ends: numbers are given in the order of commits. So notices are the last thing that a
     * transaction writes.
     */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('notices'))";

    private static final String INSERT = "insert into notices (id, type, market_no, subdistrict, data)"
            + " values (?, ?, ?, ?, ?::json) on conflict (id) do nothing";

    private static final String QUEUE = "insert into notice_queues (market_no) values (?) on conflict do nothing";

    private Outbox() {}

    /**
     * Adds notices, those of one market in this order. One whose id is there already stays as it was.
     *
     * @param connection in the transaction of the cause
     */
    public static void add(Connection connection, List<Notice> notices) throws SQLException {
        if (notices.isEmpty()) {
            return;
        }
        try (Statement lock = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement queue = connection.prepareStatement(QUEUE)) {
            lock.execute(LOCK);
            for (Notice notice : notices) {
                insert.setString(1, notice.id());
                insert.setString(2, notice.type());
                insert.setInt(3, notice.marketNo());
                insert.setString(4, notice.subdistrict());
                insert.setString(5, notice.data());
                insert.addBatch();
                queue.setInt(1, notice.marketNo());
                queue.addBatch();
            }
            insert.executeBatch();
            queue.executeBatch();
        }
    }
}
