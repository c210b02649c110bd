package org.anxin.impact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which node carries out which preview, by the database's clock. */
final class ImpactClaims {
    /** A node that has not got on with its preview for so long is taken for dead. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String CLAIM = """
            update impacts set node = ?, begun = clock_timestamp(), seen = clock_timestamp()
            where no = (select no from impacts where state = 'RUNNING' and begun is null
                order by no limit 1 for update skip locked)
            returning
            """ + Impact.COLUMNS;

    private static final String END =
            "update impacts set state = 'FAILED', ended = clock_timestamp(), failure = ? where state = 'RUNNING' and ";

    private static final String LOST = END + "seen < clock_timestamp() - make_interval(secs => ?)";
    private static final String LEFT = END + "node = ?";
    private static final String FAILED = END + "node = ? and no = ?";

    private static final String COMPLETE = """
            update impacts set state = 'COMPLETED', ended = clock_timestamp(), done = total, result = ?::json
            where no = ? and node = ? and state = 'RUNNING'""";

    private static final String[] REMOVE = {
        "delete from impact_people where impact in"
                + " (select no from impacts where ended < clock_timestamp() - make_interval(secs => ?))",
        "delete from impacts where ended < clock_timestamp() - make_interval(secs => ?)",
        "delete from shadows where ended < clock_timestamp() - make_interval(secs => ?)"
    };

    private final DataSource database;
    private final String node;

    /** @param node name by which others may know who claimed a preview */
    ImpactClaims(DataSource database, String node) {
        this.database = database;
        this.node = node;
    }

    /** By which name this node is known. */
    String node() {
        return node;
    }

    /** Takes the preview that has waited longest; null if none waits. */
    @Nullable
    Impact take() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setString(1, node);
            ResultSet row = update.executeQuery();
            return row.next() ? Impact.of(row) : null;
        }
    }

    /** Ends previews of nodes that are gone. */
    void endLost() throws SQLException {
        execute(LOST, ImpactFailure.NODE_LOST.name(), (double) PATIENCE.toSeconds());
    }

    /** Ends whatever this node has begun: it carries out nothing now. */
    void endLeft() throws SQLException {
        execute(LEFT, ImpactFailure.NODE_LOST.name(), node);
    }

    /** Ends a preview in which the program failed. */
    void fail(Impact run) throws SQLException {
        execute(FAILED, ImpactFailure.CALCULATION_FAILED.name(), node, run.no());
    }

    /**
     * Ends a preview with what came out.
     *
     * @param result a JSON object
     */
    void complete(Impact run, String result) throws SQLException {
        if (execute(COMPLETE, result, run.no(), node) == 0) {
            throw new ImpactLostException(run);
        }
    }

    /** Removes previews, and shadow runs, that ended so long ago. */
    void removeOlderThan(Duration age) throws SQLException {
        for (String remove : REMOVE) {
            execute(remove, (double) age.toSeconds());
        }
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
