package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.registry.NoSuchRecordException;
import org.anxin.registry.OneTransaction;
import org.anxin.time.Days;

/** How findings were rectified, with proof. */
@Singleton
public class Rectifications {
    private static final String INSERT =
            "insert into rectifications (finding_no, at, on_day, proof)" + " values (?, ?, ?::date, ?)";
    private static final String PHOTO = "insert into rectification_photos (finding_no, place, image) values (?, ?, ?)";

    private final DataSource database;

    /** @param database where they are stored */
    public Rectifications(DataSource database) {
        this.database = database;
    }

    /**
     * A finding after it was rectified.
     *
     * @param created whether it was rectified just now
     */
    public record Recorded(StoredFinding finding, boolean created) {}

    /** The finding was rectified before, in another way. */
    public static final class OtherRectificationException extends RuntimeException {
        OtherRectificationException() {
            super("the finding was rectified before", null, false, false);
        }
    }

    /**
     * Stores how a finding was rectified. The same again is answered with what is stored.
     *
     * @param no number of the finding
     * @param done not before the finding was made
     * @throws NoSuchRecordException if there is no such finding
     * @throws OtherRectificationException if it was rectified before
     */
    public Recorded record(long no, StoredFinding.Rectification done) throws SQLException {
        return OneTransaction.of(database, connection -> {
            VisitRows.lock(connection);
            StoredFinding before = Findings.find(connection, no);
            if (before == null) {
                throw new NoSuchRecordException();
            }
            if (before.rectification() == null) {
                insert(connection, no, done);
                return new Recorded(Objects.requireNonNull(Findings.find(connection, no)), true);
            }
            if (!before.rectification().equals(done)) {
                throw new OtherRectificationException();
            }
            return new Recorded(before, false);
        });
    }

    private static void insert(Connection connection, long no, StoredFinding.Rectification done) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, no);
            insert.setObject(2, Times.of(done.at().micros()));
            insert.setString(3, Days.text(done.at().day()));
            insert.setString(4, done.proof());
            insert.executeUpdate();
        }
        VisitRows.insertPhotos(connection, PHOTO, no, done.photos());
    }
}
