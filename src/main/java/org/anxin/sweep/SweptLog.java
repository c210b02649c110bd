package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.anxin.ledger.DecisionLog;
import org.anxin.ledger.Entry;
import org.anxin.ledger.Lines;
import org.anxin.ledger.LogKind;
import org.anxin.testing.Action;
import org.anxin.testing.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a shard writes into the decision log: everybody whom it puts on a list, takes off one or lists otherwise, and every
 * suspension that it opens or lifts. Each shard is a stream of its own, so that shards do not wait for each other.
 */
final class SweptLog {
    private static final String MOMENT = "select clock_timestamp()";
    private static final String IDS = "select no, id from people where no = any (?) order by no";

    private final Connection connection;
    private final ShardClaim shard;
    private final Lines lines;
    private final @Nullable Instant asked;
    private final SortedSet<Long> gone = new TreeSet<>();
    private final SortedSet<Long> lifted = new TreeSet<>();
    private @Nullable Instant knownAt;

    SweptLog(Connection connection, ShardClaim shard, Sweep run) {
        this.connection = connection;
        this.shard = shard;
        this.lines = new Lines(LogKind.SWEEP, run.asOf(), run.ruleset());
        this.asked = run.knownAt();
    }

    /** Before anything else is read in the transaction: what is known at this moment is what the shard will read. */
    void begin() throws SQLException {
        if (asked != null) {
            knownAt = asked;
            return;
        }
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(MOMENT)) {
            row.next();
            knownAt = row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /**
     * What the run finds about a person, if it has any effect. People come in order of their numbers.
     *
     * @param before what was found before, null if nothing was
     */
    void add(Person facts, @Nullable Finding before, Finding finding, SuspensionEffect effect) {
        if (effect != SuspensionEffect.NONE || changesLists(before, finding)) {
            lines.about(finding.person(), SweptLine.facts(facts), SweptLine.answer(finding, effect));
        }
    }

    private static boolean changesLists(@Nullable Finding before, Finding finding) {
        boolean listed = before != null && before.action() != Action.NONE || finding.action() != Action.NONE;
        return listed && !finding.equals(before);
    }

    /** People who were on a list and are not found any more. */
    void addGone(Collection<Long> people) {
        gone.addAll(people);
    }

    /** People who are not registered any more, and therefore not suspended. */
    void addLifted(Collection<Long> people) {
        lifted.addAll(people);
        gone.addAll(people);
    }

    /** Writes them, last of all. */
    void write() throws SQLException {
        List<Entry> found = lines.entries();
        if (!gone.isEmpty()) {
            nameGone();
        }
        String stream = "sweep/" + shard.sweep() + "/" + shard.shard();
        DecisionLog.append(connection, stream, knownAt, found);
        DecisionLog.append(connection, stream, knownAt, lines.entries());
    }

    private void nameGone() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IDS)) {
            select.setArray(1, connection.createArrayOf("bigint", gone.toArray()));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                long person = row.getLong(1);
                SuspensionEffect effect = lifted.contains(person) ? SuspensionEffect.LIFTED : SuspensionEffect.NONE;
                lines.about(person, SweptLine.nothing(row.getString(2)), SweptLine.answer(null, effect));
            }
        }
    }
}
