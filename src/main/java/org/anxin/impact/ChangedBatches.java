package org.anxin.impact;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads which stored batches would be decided otherwise, as a completed preview left it. */
@Singleton
public class ChangedBatches {
    private static final String PAGE = """
            select on_day - date '1970-01-01', batch_no, id, change, market,
                before_outcome, before_findings, array_to_string(before_codes, ' '), array_to_string(before_rules, ' '),
                before_code,
                after_outcome, after_findings, array_to_string(after_codes, ' '), array_to_string(after_rules, ' '),
                after_code
            from impact_batches join batches on no = batch_no
            where impact = ? and (on_day, batch_no) > (date '1970-01-01' + ?, ?)
                and (? or on_day = date '1970-01-01' + ?) and (?::text is null or change = ?)
                and (?::text is null or market = ?)
            order by on_day, batch_no limit ?""";

    private static final String NO = "select no from batches where id = ?";

    private final DataSource database;

    public ChangedBatches(DataSource database) {
        this.database = database;
    }

    /**
     * Which batches are asked for.
     *
     * @param day as an epoch day; {@link Days#NONE} for all days
     * @param change kind of change; null for all
     * @param market where the goods are to be sold; null for all markets
     */
    public record Filter(
            int day, @Nullable BatchChange change, @Nullable String market) {}

    /**
     * Where a page begins: after this batch on this day.
     *
     * @param day as an epoch day
     * @param no the batch's number
     */
    public record Place(int day, long no) {
        /** Before all. */
        public static final Place BEGINNING = new Place(Days.FIRST, 0);
    }

    /** The place of a batch on a day; null if there is no such batch. */
    public @Nullable Place place(int day, String batchId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NO)) {
            select.setString(1, batchId);
            ResultSet row = select.executeQuery();
            return row.next() ? new Place(day, row.getLong(1)) : null;
        }
    }

    /**
     * Batches by day, and on a day in the order in which they were declared.
     *
     * @param limit at most so many
     */
    public List<ChangedBatch> page(Impact impact, Filter filter, Place after, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, impact.no());
            select.setInt(2, after.day());
            select.setLong(3, after.no());
            select.setBoolean(4, filter.day() == Days.NONE);
            select.setInt(5, filter.day() == Days.NONE ? 0 : filter.day());
            String change = filter.change() == null ? null : filter.change().name();
            select.setString(6, change);
            select.setString(7, change);
            select.setString(8, filter.market());
            select.setString(9, filter.market());
            select.setInt(10, limit);
            List<ChangedBatch> batches = new ArrayList<>();
            ResultSet row = select.executeQuery();
            while (row.next()) {
                batches.add(batch(row));
            }
            return batches;
        }
    }

    private static ChangedBatch batch(ResultSet row) throws SQLException {
        return new ChangedBatch(
                row.getLong(2),
                row.getString(3),
                row.getInt(1),
                row.getString(5),
                BatchChange.valueOf(row.getString(4)),
                side(row, 6),
                side(row, 11));
    }

    private static BatchSide side(ResultSet row, int at) throws SQLException {
        return new BatchSide(
                row.getString(at),
                row.getString(at + 1),
                row.getString(at + 2),
                row.getString(at + 3),
                row.getString(at + 4));
    }
}
