package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anxin.policy.Policy;
import org.anxin.registry.DatabaseFault;
import org.anxin.registry.OperatorIds;
import org.anxin.registry.StoredCounts;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Status;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides the people of one shard and writes everything about it, in one transaction that sees one moment: findings,
 * suspensions, errors, counts, and that the shard is done.
 */
final class ShardSweep {
    private static final Logger LOG = Logger.getLogger(ShardSweep.class);

    /**
     * A frozen node's transaction ends by itself, so that it holds no lock against whoever claims the shard next. Tables are
     * read range by range and merged: looking rows up one by one, which the planner would rather do, takes twice as long.
     */
    private static final String BEGIN = "set transaction isolation level repeatable read;"
            + " set local idle_in_transaction_session_timeout = '10s'; set local transaction_timeout = '120s';"
            + " set local enable_nestloop = off";

    private static final String DONE = """
            update sweep_shards set done = clock_timestamp(), registered = ?, evaluated = ?, errors = ?, by_status = ?::jsonb
            where sweep = ? and shard = ? and attempt = ? and done is null""";

    private static final String ERROR =
            "insert into sweep_errors (sweep, shard, person_no, code, zh, en) values (?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final ShardClaim shard;
    private final Sweep run;
    private final Policy policy;
    private final Deciding deciding;
    private final SweptLog swept;
    private final Map<Status, int[]> byStatus = new EnumMap<>(Status.class);
    private final MarketTally markets = new MarketTally();
    private final List<Erring> errors = new ArrayList<>();
    private int evaluated;

    private record Erring(long person, SweepError error) {}

    private ShardSweep(Connection connection, ShardClaim shard, Sweep run, Policy policy) {
        this.connection = connection;
        this.shard = shard;
        this.run = run;
        this.policy = policy;
        this.deciding = new Deciding(policy);
        this.swept = new SweptLog(connection, shard, run);
    }

    /**
     * Carries a claimed shard out.
     *
     * @param connection with automatic commit, which it has again afterwards
     * @param operators of this database, remembered from shard to shard
     * @throws FencedException if the shard was claimed again meanwhile; nothing was written
     */
    static void carryOut(Connection connection, ShardClaim shard, Sweep run, Policy policy, OperatorIds operators)
            throws SQLException {
        if (run.knownAt() == null) {
            refresh(connection, shard);
        }
        connection.setAutoCommit(false);
        try {
            new ShardSweep(connection, shard, run, policy).carryOut(operators);
            connection.commit();
        } finally {
            // After a commit there is nothing to roll back.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void refresh(Connection connection, ShardClaim shard) throws SQLException {
        try (PreparedStatement refresh = connection.prepareStatement("select refresh_sampled(?, ?)")) {
            refresh.setLong(1, shard.low());
            refresh.setLong(2, shard.high());
            refresh.execute();
        }
    }

    private void carryOut(OperatorIds operators) throws SQLException {
        try (Statement begin = connection.createStatement()) {
            begin.execute(BEGIN);
        }
        swept.begin();
        StoredCounts registered = StoredCounts.of(connection, shard.low(), shard.high(), run.knownAt());
        List<StoredPerson> people = StoredFacts.read(connection, shard.low(), shard.high(), run.knownAt(), operators);
        StoredFindings findings = new StoredFindings(connection, shard);
        @Nullable
        Suspensions suspensions = Boolean.TRUE.equals(run.newest())
                ? new Suspensions(connection, run, policy.testing(), shard.low(), shard.high())
                : null;
        for (StoredPerson person : people) {
            decide(person, findings, suspensions);
        }
        writeDone(registered.all());
        findings.write();
        swept.addGone(findings.takenOffLists());
        if (suspensions != null) {
            swept.addLifted(suspensions.ofNobody());
            suspensions.write();
        }
        markets.write(connection, shard, registered.markets());
        writeErrors();
        swept.write();
    }

    private void decide(StoredPerson person, StoredFindings findings, @Nullable Suspensions suspensions) {
        Deciding.Outcome outcome = deciding.of(person, run.asOf());
        if (outcome instanceof Deciding.Undecided undecided) {
            if (undecided.failure() != null) {
                LOG.errorf(undecided.failure(), "Sweep %s: deciding person number %d failed", run.id(), person.no());
            }
            skip(person, undecided.error(), suspensions);
        } else if (outcome instanceof Deciding.Decided decided) {
            take(person, decided, findings, suspensions);
        }
    }

    private void take(
            StoredPerson person, Deciding.Decided decided, StoredFindings findings, @Nullable Suspensions suspensions) {
        Finding finding = decided.finding();
        evaluated++;
        byStatus.computeIfAbsent(finding.status(), first -> new int[1])[0]++;
        markets.add(person.facts().assignments(), finding);
        @Nullable Finding before = findings.add(finding);
        SuspensionEffect effect = suspensions == null
                ? SuspensionEffect.NONE
                : suspensions.add(finding, person.facts(), decided.decision());
        swept.add(person.facts(), before, finding, effect);
    }

    private void skip(StoredPerson person, SweepError error, @Nullable Suspensions suspensions) {
        errors.add(new Erring(person.no(), error));
        markets.addError(person.facts().assignments());
        if (suspensions != null) {
            suspensions.leave(person.no());
        }
    }

    /** Comes before all other writing: whoever claimed the shard later has changed this row or waits for it. */
    private void writeDone(int registered) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setInt(1, registered);
            done.setInt(2, evaluated);
            done.setInt(3, errors.size());
            done.setString(4, byStatus());
            done.setInt(5, shard.sweep());
            done.setInt(6, shard.shard());
            done.setInt(7, shard.attempt());
            if (done.executeUpdate() != 1) {
                throw new FencedException(shard);
            }
        } catch (SQLException e) {
            if (DatabaseFault.of(e) == DatabaseFault.LOST_RACE) {
                throw new FencedException(shard);
            }
            throw e;
        }
    }

    private String byStatus() {
        return byStatus.entrySet().stream()
                .map(count -> '"' + count.getKey().name() + "\":" + count.getValue()[0])
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void writeErrors() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ERROR)) {
            for (Erring one : errors) {
                insert.setInt(1, shard.sweep());
                insert.setInt(2, shard.shard());
                insert.setLong(3, one.person);
                insert.setString(4, one.error.code());
                insert.setString(5, one.error.message().zh());
                insert.setString(6, one.error.message().en());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
