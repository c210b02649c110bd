package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.anxin.patrol.FindingState;
import org.anxin.registry.Page;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The findings of patrols. */
@Singleton
public class Findings {
    static final String SELECT = """
            select f.no, v.id, m.id, f.item, f.code, f.at, f.on_day - date '1970-01-01', f.due_on - date '1970-01-01',
                f.rule, f.directive, f.ruleset, f.zh, f.en,
                f.widespread_on - date '1970-01-01', f.widespread_rule, f.widespread_directive, f.widespread_ruleset,
                r.at, r.on_day - date '1970-01-01', r.proof,
                array(select image::text from rectification_photos where finding_no = f.no order by place)
            from patrol_findings f join visits v on v.no = f.visit_no join markets m on m.no = f.market_no
                left join rectifications r on r.finding_no = f.no
            """;

    private static final String PAGE = SELECT + """
            where f.on_day <= ?::date and f.no > ? and (?::text is null or m.id = ?)
                and (?::text is null or ? = case when r.on_day <= ?::date then 'RECTIFIED'
                    when f.due_on < ?::date then 'OVERDUE' else 'OPEN' end)
            order by f.no limit ?""";

    private final DataSource database;

    /** @param database where they are stored */
    public Findings(DataSource database) {
        this.database = database;
    }

    /**
     * Findings in the order in which they were stored, as they were on a day.
     *
     * @param marketId only those of this market, if not null
     * @param state only those in this state, if not null
     * @param asOf the day, an epoch day
     * @param after only those with a greater number
     */
    public Page<StoredFinding> page(
            @Nullable String marketId, @Nullable FindingState state, int asOf, long after, int limit)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            String day = Days.text(asOf);
            String name = state == null ? null : state.name();
            select.setString(1, day);
            select.setLong(2, after);
            select.setString(3, marketId);
            select.setString(4, marketId);
            select.setString(5, name);
            select.setString(6, name);
            select.setString(7, day);
            select.setString(8, day);
            select.setInt(9, limit + 1);
            Function<StoredFinding, StoredFinding> asOfThen = finding -> finding.asOf(asOf);
            return Page.of(all(select), limit, asOfThen, finding -> Long.toString(finding.no()));
        }
    }

    /** The finding of this number, null if there is none. */
    public @Nullable StoredFinding find(long no) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return find(connection, no);
        }
    }

    static @Nullable StoredFinding find(Connection connection, long no) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where f.no = ?")) {
            select.setLong(1, no);
            List<StoredFinding> found = all(select);
            return found.isEmpty() ? null : found.get(0);
        }
    }

    /** Those of one visit, by item. */
    static List<StoredFinding> ofVisit(Connection connection, long visitNo) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "where f.visit_no = ? order by f.item collate \"C\"")) {
            select.setLong(1, visitNo);
            return all(select);
        }
    }

    static List<StoredFinding> all(PreparedStatement select) throws SQLException {
        List<StoredFinding> findings = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                findings.add(finding(row));
            }
        }
        return findings;
    }

    private static StoredFinding finding(ResultSet row) throws SQLException {
        return new StoredFinding(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Times.moment(row, 6, 7),
                row.getInt(8),
                ground(row, 9),
                new Bilingual(row.getString(12), row.getString(13)),
                copied(row),
                rectification(row));
    }

    private static StoredFinding.Ground ground(ResultSet row, int from) throws SQLException {
        return new StoredFinding.Ground(row.getString(from), row.getString(from + 1), row.getString(from + 2));
    }

    private static StoredFinding.@Nullable Copied copied(ResultSet row) throws SQLException {
        int since = Times.day(row, 14);
        return since == Days.NONE ? null : new StoredFinding.Copied(since, ground(row, 15));
    }

    private static StoredFinding.@Nullable Rectification rectification(ResultSet row) throws SQLException {
        String proof = row.getString(20);
        return proof == null
                ? null
                : new StoredFinding.Rectification(Times.moment(row, 18, 19), proof, List.of(VisitRows.texts(row, 21)));
    }
}
