package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What patrols refer to. */
@Singleton
public class Registered {
    private final DataSource database;

    /** @param database where it is registered */
    public Registered(DataSource database) {
        this.database = database;
    }

    /** Whether there is such a market. */
    public boolean isMarket(String id) {
        return text("select id from markets where id = ?", id) != null;
    }

    /** Whether there is such an image. */
    public boolean isImage(String sha256) {
        return text("select sha256 from images where sha256 = ?", sha256) != null;
    }

    /** The id of the market of a camera, null if there is no such camera. */
    public @Nullable String marketOfCamera(String id) {
        return text("select m.id from cameras c join markets m on m.no = c.market_no where c.id = ?", id);
    }

    private @Nullable String text(String query, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what patrols refer to cannot be looked up", e);
        }
    }
}
