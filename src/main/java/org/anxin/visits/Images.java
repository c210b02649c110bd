package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The images that were handed in. Their bytes are files; here stands which ones there are. */
@Singleton
public class Images {
    private static final String INSERT =
            "insert into images (sha256, size, kind) values (?, ?, ?) on conflict do nothing";

    private final DataSource database;

    /** @param database where they are listed */
    public Images(DataSource database) {
        this.database = database;
    }

    /**
     * Lists an image whose bytes are stored.
     *
     * @param kind {@code PNG} or {@code JPEG}
     * @return whether it was not listed yet
     */
    public boolean add(String sha256, long size, String kind) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, sha256);
            insert.setLong(2, size);
            insert.setString(3, kind);
            return insert.executeUpdate() == 1;
        }
    }
}
