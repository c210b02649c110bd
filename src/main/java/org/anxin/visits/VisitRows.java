package org.anxin.visits;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The rows of visits. */
final class VisitRows {
    private static final String INSERT = """
            insert into visits (id, market_no, at, on_day, means, camera_no, still, remarks)
            select ?, m.no, ?, ?::date, ?, (select no from cameras where id = ?), ?, ? from markets m where m.id = ?
            returning no""";

    private static final String ITEM = "insert into visit_items (visit_no, item, passed, remark) values (?, ?, ?, ?)";
    private static final String PHOTO = "insert into visit_photos (visit_no, place, image) values (?, ?, ?)";

    /** One row a visit. */
    static final String SELECT = """
            select v.no, v.id, m.id, v.at, v.on_day - date '1970-01-01', v.means, c.id, v.still, v.remarks,
                array(select image::text from visit_photos where visit_no = v.no order by place),
                array(select item from visit_items where visit_no = v.no order by item collate "C"),
                array(select passed from visit_items where visit_no = v.no order by item collate "C"),
                array(select remark::text from visit_items where visit_no = v.no order by item collate "C")
            from visits v join markets m on m.no = v.market_no left join cameras c on c.no = v.camera_no
            """;

    private VisitRows() {}

    /** A visit and the number by which tables know it. */
    record Numbered(long no, Visit visit) {}

    /** Stores it; what it refers to was there when it was read. */
    static long insert(Connection connection, Visit visit) throws SQLException {
        long no;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, visit.id());
            insert.setObject(2, Times.of(visit.at().micros()));
            insert.setString(3, Days.text(visit.at().day()));
            insert.setString(4, visit.means());
            insert.setString(5, visit.cameraId());
            insert.setString(6, visit.still());
            insert.setString(7, visit.remarks());
            insert.setString(8, visit.marketId());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                no = row.getLong(1);
            }
        }
        insertItems(connection, no, visit.items());
        insertPhotos(connection, PHOTO, no, visit.photos());
        return no;
    }

    private static void insertItems(Connection connection, long no, List<Visit.Item> items) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ITEM)) {
            for (Visit.Item item : items) {
                insert.setLong(1, no);
                insert.setString(2, item.item());
                insert.setBoolean(3, item.passed());
                insert.setString(4, item.remark());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @param statement takes a number, a place and an image */
    static void insertPhotos(Connection connection, String statement, long no, List<String> photos)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            for (int place = 0; place < photos.size(); place++) {
                insert.setLong(1, no);
                insert.setInt(2, place);
                insert.setString(3, photos.get(place));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The visit of this id, null if there is none. */
    static @Nullable Numbered find(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where v.id = ?")) {
            select.setString(1, id);
            List<Numbered> found = all(select);
            return found.isEmpty() ? null : found.get(0);
        }
    }

    static List<Numbered> all(PreparedStatement select) throws SQLException {
        List<Numbered> visits = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                visits.add(new Numbered(row.getLong(1), visit(row)));
            }
        }
        return visits;
    }

    private static Visit visit(ResultSet row) throws SQLException {
        String[] items = texts(row, 11);
        Boolean[] passed = (Boolean[]) row.getArray(12).getArray();
        @Nullable String[] remarks = texts(row, 13);
        List<Visit.Item> answers = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            answers.add(new Visit.Item(items[i], passed[i], remarks[i]));
        }
        return new Visit(
                row.getString(2),
                row.getString(3),
                Times.moment(row, 4, 5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                List.copyOf(answers),
                List.of(texts(row, 10)),
                row.getString(9));
    }

    static String[] texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return (String[]) array.getArray();
    }

    /** Whoever judges patrols sees all before: one at a time. */
    static void lock(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(hashtext('patrols'))");
        }
    }
}
