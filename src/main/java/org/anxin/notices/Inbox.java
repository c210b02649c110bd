package org.anxin.notices;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The notices, for whoever fetches them. */
@Singleton
public class Inbox {
    private static final String PAGE = "select " + StoredNotice.COLUMNS + " from " + StoredNotice.FROM
            + " where n.no > ? and (?::text is null or m.id = ?) and (?::text is null or n.subdistrict = ?)"
            + " order by n.no limit ?";

    private final DataSource database;

    /** @param database where they are stored */
    public Inbox(DataSource database) {
        this.database = database;
    }

    /**
     * Notices in the order in which they were added.
     *
     * @param marketId only those to this market, if not null
     * @param subdistrict only those copied to this subdistrict, if not null
     * @param after only those with a greater number; 0 for all
     * @param limit at most so many
     */
    public List<StoredNotice> page(@Nullable String marketId, @Nullable String subdistrict, long after, int limit)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, after);
            select.setString(2, marketId);
            select.setString(3, marketId);
            select.setString(4, subdistrict);
            select.setString(5, subdistrict);
            select.setInt(6, limit);
            List<StoredNotice> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(StoredNotice.of(row));
                }
            }
            return page;
        }
    }
}
