package org.anxin.policy;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.registry.Alone;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The numbered versions of the rules, who approved them, and which is in force when, as stored. Nothing stored is ever
 * changed; how a version stands on a day follows from its approval and the activations ({@link Timetable#state}).
 */
@Singleton
public class Versions {
    /** Who acts where nobody logs in: local mode has one user. */
    public static final String LOCAL = "local";

    /** The author of versions that come from the rule directory. */
    public static final String DIRECTORY = "directory";

    /** One who changes something at a time: numbers have no gaps, and what is checked still holds when it is written. */
    private static final String DESK = "policy desk";

    private static final String BY_NUMBER = "select " + RulesetVersion.COLUMNS + RulesetVersion.TABLES + "where no = ?";

    private static final String BY_ID =
            "select " + RulesetVersion.COLUMNS + RulesetVersion.TABLES + "where v.ruleset = ?";

    private static final String LATEST =
            "select " + RulesetVersion.COLUMNS + RulesetVersion.TABLES + "where no < ? order by no desc limit ?";

    private static final String ALL_ACTIVATIONS = "select " + Activation.COLUMNS + Activation.TABLES + "order by t.no";

    private static final String LAST_ACTIVATION = "select coalesce(max(no), 0) from ruleset_activations";

    private static final String ADD = "insert into ruleset_versions (no, ruleset, author, reason)"
            + " select coalesce(max(no), 0) + 1, ?, ?, ? from ruleset_versions";

    private static final String APPROVE =
            "insert into ruleset_approvals (version, ruleset, approver, reason) values (?, ?, ?, ?)";

    private static final String ACTIVATE =
            "insert into ruleset_activations (no, version, effective_from, falls_back_to, activator, reason)"
                    + " select coalesce(max(no), 0) + 1, ?, date '1970-01-01' + ?, ?, ?, ? from ruleset_activations";

    private final DataSource database;
    private final StoredRulesets rulesets;

    public Versions(DataSource database, StoredRulesets rulesets) {
        this.database = database;
        this.rulesets = rulesets;
    }

    /**
     * Stores a version, a draft, unless its content is one already.
     *
     * @param reason why it was written, 1 to 200 characters
     * @return the new version, or the one that has this content
     */
    public Stored draft(Policy policy, String author, String reason) throws SQLException {
        rulesets.keep(policy);
        return Alone.with(
                database, DESK, connection -> add(connection, policy.ruleset().id(), author, reason));
    }

    /**
     * A version and whether it was stored just now.
     *
     * @param fresh false if its content was stored before
     */
    public record Stored(RulesetVersion version, boolean fresh) {}

    private static Stored add(Connection connection, String id, String author, String reason) throws SQLException {
        RulesetVersion there = find(connection, id);
        if (there != null) {
            return new Stored(there, false);
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, id);
            insert.setString(2, author);
            insert.setString(3, reason);
            insert.executeUpdate();
        }
        return new Stored(Objects.requireNonNull(find(connection, id)), true);
    }

    /**
     * Lets a version decide from now on, in place of the one in force and for all days on which that one is.
     *
     * @param today as an epoch day
     * @return the activation; the one that is in force if it is of this version already
     */
    Activation replace(Policy policy, String author, String reason, int today) throws SQLException {
        rulesets.keep(policy);
        return Alone.with(database, DESK, connection -> {
            RulesetVersion version =
                    add(connection, policy.ruleset().id(), author, reason).version();
            Activation now = timetable(connection).inForce(today);
            if (now != null && now.version() == version.no()) {
                return now;
            }
            int from = now == null ? Days.FIRST : now.effectiveFrom();
            return insert(connection, version.no(), from, replaced(now, version.no()), author, reason);
        });
    }

    /**
     * Approves a version. Whoever asks has checked that nothing forbids it ({@link Approvals}). Approved again, it stays as
     * it was.
     *
     * @param id of the content that was looked at
     * @throws VersionConflictException if the version has another content, or the approver wrote it
     */
    public RulesetVersion approve(int number, String id, String approver, String reason) throws SQLException {
        return Alone.with(database, DESK, connection -> {
            RulesetVersion version = existing(connection, number);
            if (!version.id().equals(id)) {
                throw new VersionConflictException(new Bilingual(
                        "第 %s 版的内容是 %s；请核对后再批准。".formatted(number, version.id()),
                        "The content of version %s is %s; look at it before you approve."
                                .formatted(number, version.id())));
            }
            if (version.author().equals(approver) && !approver.equals(LOCAL)) {
                throw new VersionConflictException(new Bilingual(
                        "第 %s 版须由作者以外的人批准。".formatted(number),
                        "Version %s must be approved by somebody who did not write it.".formatted(number)));
            }
            if (version.approval() == null) {
                insertApproval(connection, version, approver, reason);
            }
            return existing(connection, number);
        });
    }

    private static void insertApproval(Connection connection, RulesetVersion version, String approver, String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(APPROVE)) {
            insert.setInt(1, version.no());
            insert.setString(2, version.id());
            insert.setString(3, approver);
            insert.setString(4, reason);
            insert.executeUpdate();
        }
    }

    /**
     * Puts an approved version into force.
     *
     * @param effectiveFrom first day on which it is in force, as an epoch day
     * @param today as an epoch day
     * @return the activation; the one that is there if it says the same already
     * @throws VersionConflictException if the version is not approved, or the version in force began later
     */
    public Activation activate(int number, int effectiveFrom, String activator, String reason, int today)
            throws SQLException {
        return Alone.with(database, DESK, connection -> {
            if (existing(connection, number).approval() == null) {
                throw new VersionConflictException(new Bilingual(
                        "第 %s 版尚未批准；请先批准。".formatted(number),
                        "Version %s is not approved; approve it first.".formatted(number)));
            }
            Timetable timetable = timetable(connection);
            Activation now = timetable.inForce(today);
            if (now != null && effectiveFrom < now.effectiveFrom()) {
                throw new VersionConflictException(new Bilingual(
                        "第 %s 版自 %s 起有效；请选该日或之后的一天。".formatted(now.version(), Days.text(now.effectiveFrom())),
                        "Version %s has been in force since %s; choose that day or a later one."
                                .formatted(now.version(), Days.text(now.effectiveFrom()))));
            }
            Activation there = timetable.inForce(effectiveFrom);
            if (there != null && there.version() == number && there.effectiveFrom() == effectiveFrom) {
                return there;
            }
            return insert(connection, number, effectiveFrom, replaced(there, number), activator, reason);
        });
    }

    /**
     * Undoes the activation of a version that is in force or will be: on its days the version is in force that it took the
     * place of.
     *
     * @param today as an epoch day
     * @throws VersionConflictException if the version is not in force and will not be, or was the first
     */
    public Activation rollBack(int number, String activator, String reason, int today) throws SQLException {
        return Alone.with(database, DESK, connection -> {
            existing(connection, number);
            Timetable timetable = timetable(connection);
            Activation undone = timetable.standing(number, today);
            if (undone == null) {
                throw new VersionConflictException(new Bilingual(
                        "第 %s 版现在无效，将来也不会生效，无可撤回。".formatted(number),
                        "Version %s is not in force and will not be, so there is nothing to roll back."
                                .formatted(number)));
            }
            Integer restored = undone.fallsBackTo();
            if (restored == null) {
                throw new VersionConflictException(new Bilingual(
                        "第 %s 版之前没有别的版本。".formatted(number),
                        "There is no version before version %s.".formatted(number)));
            }
            // What comes back falls back to what it did before, so that rollbacks lead ever further back.
            Activation before = timetable.last(restored);
            Integer further = before == null ? null : before.fallsBackTo();
            return insert(connection, restored, undone.effectiveFrom(), further, activator, reason);
        });
    }

    /** What a rollback of this activation leads to: what it takes the place of. */
    private static @Nullable Integer replaced(@Nullable Activation there, int version) {
        if (there == null) {
            return null;
        }
        return there.version() == version ? there.fallsBackTo() : Integer.valueOf(there.version());
    }

    private static Activation insert(
            Connection connection,
            int version,
            int effectiveFrom,
            @Nullable Integer fallsBackTo,
            String activator,
            String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ACTIVATE)) {
            insert.setInt(1, version);
            insert.setInt(2, effectiveFrom);
            insert.setObject(3, fallsBackTo, Types.INTEGER);
            insert.setString(4, activator);
            insert.setString(5, reason);
            insert.executeUpdate();
        }
        List<Activation> all = timetable(connection).activations();
        return all.get(all.size() - 1);
    }

    /** The version of this number, or null if there is none. */
    public @Nullable RulesetVersion find(int number) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return find(connection, number);
        }
    }

    /** The version of this content, or null if there is none. */
    public @Nullable RulesetVersion find(String id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return find(connection, id);
        }
    }

    /**
     * Versions, the newest first.
     *
     * @param before only those with a lower number
     * @param limit at most so many
     */
    public List<RulesetVersion> latest(int before, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setInt(1, before);
            select.setInt(2, limit);
            ResultSet row = select.executeQuery();
            List<RulesetVersion> versions = new ArrayList<>();
            while (row.next()) {
                versions.add(RulesetVersion.of(row));
            }
            return versions;
        }
    }

    /** Which ruleset is in force on which day, as it is stored now. */
    public Timetable timetable() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return timetable(connection);
        }
    }

    /** The number of the last activation, 0 if there is none: cheap enough to ask every second. */
    int lastActivation() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LAST_ACTIVATION)) {
            ResultSet row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private static Timetable timetable(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL_ACTIVATIONS)) {
            ResultSet row = select.executeQuery();
            List<Activation> activations = new ArrayList<>();
            while (row.next()) {
                activations.add(Activation.of(row));
            }
            return new Timetable(activations);
        }
    }

    private static RulesetVersion existing(Connection connection, int number) throws SQLException {
        RulesetVersion version = find(connection, number);
        if (version == null) {
            throw new IllegalArgumentException("no version " + number);
        }
        return version;
    }

    private static @Nullable RulesetVersion find(Connection connection, int number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_NUMBER)) {
            select.setInt(1, number);
            return first(select);
        }
    }

    private static @Nullable RulesetVersion find(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_ID)) {
            select.setString(1, id);
            return first(select);
        }
    }

    private static @Nullable RulesetVersion first(PreparedStatement select) throws SQLException {
        ResultSet row = select.executeQuery();
        return row.next() ? RulesetVersion.of(row) : null;
    }
}
