package org.anxin.impact;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** The shadow runs, as stored: one at a time in all nodes, and what each node counted. */
@Singleton
public class Shadows {
    private static final String BEGIN = "insert into shadows (ruleset, share) values (?, ?)"
            + " on conflict ((true)) where ended is null do nothing returning " + Shadow.COLUMNS;

    private static final String SHARE =
            "update shadows set share = ? where ruleset = ? and ended is null returning " + Shadow.COLUMNS;

    private static final String END =
            "update shadows set ended = clock_timestamp() where ruleset = ? and ended is null returning "
                    + Shadow.COLUMNS;

    private static final String RUNNING = "select " + Shadow.COLUMNS + " from shadows where ended is null";

    private static final String LATEST =
            "select " + Shadow.COLUMNS + " from shadows where ruleset = ? order by no desc limit 1";

    private static final String COUNTS = """
            select key, sum(value::bigint) from shadow_counts cross join jsonb_each_text(counts)
            where shadow = ? group by key""";

    private static final String DIFFERENCES =
            "select content from shadow_differences where shadow = ? order by met, node, place limit ?";

    private static final String EXAMPLES = """
            select (content->>'asOf')::date - date '1970-01-01',
                (select string_agg(k, ' ') from json_array_elements_text(content->'differences') k),
                coalesce(content->>'personId', content->>'batchId'), content->>'batchId' is not null,
                coalesce(content->'answered'->>'status', content->'answered'->>'outcome'),
                content->'answered'->>'dueOn', content->'answered'->>'action',
                coalesce(content->'shadow'->>'status', content->'shadow'->>'outcome'),
                content->'shadow'->>'dueOn', content->'shadow'->>'action'
            from shadow_differences where shadow = ? order by met, node, place limit ?""";

    private static final String KEEP_COUNTS = """
            insert into shadow_counts (shadow, node, counts) values (?, ?, ?::jsonb)
            on conflict (shadow, node) do update set counts = excluded.counts""";

    private static final String KEEP_DIFFERENCE =
            "insert into shadow_differences (shadow, node, place, content) values (?, ?, ?, ?::json)"
                    + " on conflict do nothing";

    private final DataSource database;
    private final StoredRulesets rulesets;

    public Shadows(DataSource database, StoredRulesets rulesets) {
        this.database = database;
        this.rulesets = rulesets;
    }

    /**
     * A run that was asked for.
     *
     * @param begun whether it begins now; false if it was going on, and only its share was set
     */
    public record Begun(Shadow shadow, boolean begun) {}

    /**
     * Begins a run, or sets the share of the one that goes on with the same ruleset.
     *
     * @param share of the calls to compare, 0 to 1
     * @return null if another ruleset is running
     */
    public @Nullable Begun begin(Policy policy, double share) throws SQLException {
        rulesets.keep(policy);
        String ruleset = policy.ruleset().id();
        Shadow goingOn = one(SHARE, share, ruleset);
        if (goingOn != null) {
            return new Begun(goingOn, false);
        }
        Shadow fresh = one(BEGIN, ruleset, share);
        return fresh == null ? null : new Begun(fresh, true);
    }

    /** Ends the run of a ruleset; null if it is not running. */
    public @Nullable Shadow end(String ruleset) throws SQLException {
        return one(END, ruleset);
    }

    /** The run that goes on; null if none does. */
    public @Nullable Shadow running() throws SQLException {
        return one(RUNNING);
    }

    private @Nullable Shadow one(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            ResultSet row = statement.executeQuery();
            return row.next() ? Shadow.of(row) : null;
        }
    }

    /** What the last run of a ruleset has found; null if it never ran, or too long ago. */
    public @Nullable ShadowReport report(String ruleset) throws SQLException {
        Shadow shadow = one(LATEST, ruleset);
        if (shadow == null) {
            return null;
        }
        return Snapshot.of(
                database,
                connection -> new ShadowReport(shadow, counts(connection, shadow), differences(connection, shadow)));
    }

    private static ShadowCounts counts(Connection connection, Shadow shadow) throws SQLException {
        ShadowCounts counts = new ShadowCounts();
        try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setLong(1, shadow.no());
            ResultSet row = select.executeQuery();
            while (row.next()) {
                counts.add(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    private static List<String> differences(Connection connection, Shadow shadow) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DIFFERENCES)) {
            select.setLong(1, shadow.no());
            select.setInt(2, ShadowDecisions.MOST_KEPT);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                differences.add(row.getString(1));
            }
        }
        return differences;
    }

    /**
     * A difference that was met, cut down to what tells the two decisions apart.
     *
     * @param asOf the day decided for, as an epoch day
     * @param kinds in what they differ
     * @param id of the person or batch
     * @param isBatch whether it is one
     * @param answered by the rules that decide
     * @param shadow by the ruleset beside; null if it would have refused the facts
     */
    public record Example(
            int asOf,
            List<DifferenceKind> kinds,
            String id,
            boolean isBatch,
            Brief answered,
            @Nullable Brief shadow) {}

    /**
     * A decision in brief.
     *
     * @param state a person's status or a batch's outcome
     * @param dueOn of a person, as text; null if nothing is due
     * @param action of a person; null for a batch
     */
    public record Brief(
            String state, @Nullable String dueOn, @Nullable String action) {}

    /** Some of the differences that a run has met, the first ones first. */
    public List<Example> examples(Shadow shadow) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EXAMPLES)) {
            select.setLong(1, shadow.no());
            select.setInt(2, ShadowDecisions.MOST_KEPT);
            List<Example> examples = new ArrayList<>();
            ResultSet row = select.executeQuery();
            while (row.next()) {
                Brief answered = brief(row, 5);
                if (answered != null) {
                    examples.add(new Example(
                            row.getInt(1),
                            Arrays.stream(row.getString(2).split(" "))
                                    .map(DifferenceKind::valueOf)
                                    .toList(),
                            row.getString(3),
                            row.getBoolean(4),
                            answered,
                            brief(row, 8)));
                }
            }
            return examples;
        }
    }

    private static @Nullable Brief brief(ResultSet row, int at) throws SQLException {
        @Nullable String state = row.getString(at);
        return state == null ? null : new Brief(state, row.getString(at + 1), row.getString(at + 2));
    }

    /**
     * Keeps what a node has counted so far.
     *
     * @param counts a JSON object
     */
    void keepCounts(Shadow shadow, String node, String counts) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP_COUNTS)) {
            insert.setLong(1, shadow.no());
            insert.setString(2, node);
            insert.setString(3, counts);
            insert.executeUpdate();
        }
    }

    /**
     * Keeps a difference that a node has met.
     *
     * @param place the how manieth
     */
    void keepDifference(Shadow shadow, String node, int place, Difference difference) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP_DIFFERENCE)) {
            insert.setLong(1, shadow.no());
            insert.setString(2, node);
            insert.setInt(3, place);
            insert.setString(4, DifferenceJson.of(difference));
            insert.executeUpdate();
        }
    }
}
