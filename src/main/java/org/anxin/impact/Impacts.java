package org.anxin.impact;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.jspecify.annotations.Nullable;

/** The previews, as stored. */
@Singleton
public class Impacts {
    /** So many may wait at a time. */
    static final int MOST_WAITING = 20;

    private static final String INSERT = "insert into impacts (ruleset, against, from_on, to_on, state)"
            + " select ?, ?, date '1970-01-01' + ?, date '1970-01-01' + ?, 'RUNNING'"
            + " where (select count(*) from impacts where state = 'RUNNING' and begun is null) < " + MOST_WAITING
            + " on conflict (ruleset, against, from_on, to_on) where state = 'RUNNING' do nothing returning "
            + Impact.COLUMNS;

    private static final String RUNNING = "select " + Impact.COLUMNS + " from impacts where ruleset = ? and against = ?"
            + " and from_on = date '1970-01-01' + ? and to_on = date '1970-01-01' + ? and state = 'RUNNING'";

    private static final String LATEST =
            "select " + Impact.COLUMNS + " from impacts where ruleset = ? order by no desc limit ?";

    private static final String BY_NO = "select " + Impact.COLUMNS + " from impacts where no = ?";

    private final DataSource database;
    private final StoredRulesets rulesets;

    public Impacts(DataSource database, StoredRulesets rulesets) {
        this.database = database;
        this.rulesets = rulesets;
    }

    /**
     * Asks for a preview. While one with the same question is running, that one is the answer.
     *
     * @param policy that might decide
     * @param against what it is compared with
     * @param from first day, as an epoch day
     * @param to last day
     * @return null if too many are waiting
     */
    public @Nullable Impact request(Policy policy, Policy against, int from, int to) throws SQLException {
        rulesets.keep(policy);
        rulesets.keep(against);
        ImpactQuestion question =
                new ImpactQuestion(policy.ruleset().id(), against.ruleset().id(), from, to);
        @Nullable Impact running = one(RUNNING, question);
        if (running == null) {
            running = one(INSERT, question);
        }
        // Somebody else may have asked the same at the same moment.
        return running == null ? one(RUNNING, question) : running;
    }

    private @Nullable Impact one(String sql, ImpactQuestion question) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, question.ruleset());
            statement.setString(2, question.against());
            statement.setInt(3, question.from());
            statement.setInt(4, question.to());
            ResultSet row = statement.executeQuery();
            return row.next() ? Impact.of(row) : null;
        }
    }

    /**
     * Previews of a ruleset, the newest first.
     *
     * @param ruleset id of the ruleset that might decide
     * @param limit at most so many
     */
    public List<Impact> latest(String ruleset, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setString(1, ruleset);
            select.setInt(2, limit);
            List<Impact> latest = new ArrayList<>();
            ResultSet row = select.executeQuery();
            while (row.next()) {
                latest.add(Impact.of(row));
            }
            return latest;
        }
    }

    /** The preview of this number, or null if there is none. */
    public @Nullable Impact find(long no) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(BY_NO)) {
            select.setLong(1, no);
            ResultSet row = select.executeQuery();
            return row.next() ? Impact.of(row) : null;
        }
    }
}
