package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.registry.OneTransaction;
import org.anxin.time.Moment;

/** Takes what the video platform says of cameras. */
@Singleton
public class CameraHealth {
    /** The camera's row is held, so that reports of one camera come one after the other. */
    private static final String LAST = """
            select c.no, s.since, s.online, s.reported from cameras c
            left join lateral (select since, online, reported from camera_states where camera_no = c.no
                order by since desc limit 1) s on true
            where c.id = ? for update of c""";

    private static final String EXTEND = "update camera_states set reported = ? where camera_no = ? and since = ?";
    private static final String BEGIN =
            "insert into camera_states (camera_no, since, online, reported) values (?, ?, ?, ?)";

    private final DataSource database;

    /** @param database where it is stored */
    public CameraHealth(DataSource database) {
        this.database = database;
    }

    /** What became of a report. */
    public enum Outcome {
        /** It says something new. */
        ACCEPTED,
        /** A report of the same time or a later one is there. */
        UNCHANGED,
        /** There is no such camera. */
        UNKNOWN_CAMERA
    }

    /**
     * Takes reports in their order; each in itself.
     *
     * @return what became of each
     */
    public List<Outcome> take(List<HealthReport> reports) throws SQLException {
        return OneTransaction.of(database, connection -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (HealthReport report : reports) {
                outcomes.add(take(connection, report));
            }
            return outcomes;
        });
    }

    private static Outcome take(Connection connection, HealthReport report) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, report.cameraId());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Outcome.UNKNOWN_CAMERA;
                }
                long since = Times.micros(row, 2, Moment.DAY_ONLY);
                if (Times.micros(row, 4, Moment.DAY_ONLY) >= report.at()) {
                    return Outcome.UNCHANGED;
                }
                if (since != Moment.DAY_ONLY && row.getBoolean(3) == report.online()) {
                    extend(connection, row.getInt(1), since, report.at());
                } else {
                    begin(connection, row.getInt(1), report);
                }
                return Outcome.ACCEPTED;
            }
        }
    }

    private static void extend(Connection connection, int camera, long since, long at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(EXTEND)) {
            update.setObject(1, Times.of(at));
            update.setInt(2, camera);
            update.setObject(3, Times.of(since));
            update.executeUpdate();
        }
    }

    private static void begin(Connection connection, int camera, HealthReport report) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setInt(1, camera);
            insert.setObject(2, Times.of(report.at()));
            insert.setBoolean(3, report.online());
            insert.setObject(4, Times.of(report.at()));
            insert.executeUpdate();
        }
    }
}
