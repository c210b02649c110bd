package org.anxin.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.admission.Finding;
import org.anxin.admission.Outcome;
import org.anxin.json.Json;
import org.anxin.policy.Policy;
import org.jspecify.annotations.Nullable;

/** The decisions about batches, as stored. They are only added to. */
final class DecisionRows {
    private static final String INSERT = """
            insert into batch_decisions (batch_no, no, cause, as_of, ruleset, outcome, findings, codes, decided_by)
            values (?, ?, ?, ?, ?, ?, ?::json, ?, ?)""";

    private static final String READ = """
            select d.no, d.cause, d.as_of, d.ruleset, d.outcome, d.findings, d.decided, d.decided_by,
                s.outcome as settled_as, s.reason, s.settled, s.settled_by
            from batch_decisions d left join batch_settlements s on s.batch_no = d.batch_no and s.decision = d.no
            where d.batch_no = ?""";

    private static final String SETTLE =
            "insert into batch_settlements (batch_no, decision, outcome, reason, settled_by) values (?, ?, ?, ?, ?)";

    private DecisionRows() {}

    /** Adds a decision. */
    static void insert(
            Connection connection,
            long batchNo,
            int no,
            DecisionCause cause,
            int asOf,
            Policy policy,
            BatchDecision decision,
            String by)
            throws SQLException {
        Object[] codes =
                decision.findings().stream().map(Finding::code).distinct().toArray();
        Sql.update(
                connection,
                INSERT,
                batchNo,
                no,
                cause.name(),
                Sql.date(asOf),
                policy.ruleset().id(),
                decision.outcome().name(),
                findings(decision),
                connection.createArrayOf("text", codes),
                by);
    }

    private static String findings(BatchDecision decision) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            BatchDecisionJson.writeFindings(out, decision.findings());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    /** Adds how a person settled a decision. */
    static void settle(Connection connection, long batchNo, int decision, Outcome outcome, String reason, String by)
            throws SQLException {
        Sql.update(connection, SETTLE, batchNo, decision, outcome.name(), reason, by);
    }

    /** One decision, null if there is none of this number. */
    static @Nullable MadeDecision read(Connection connection, long batchNo, int no) throws SQLException {
        return Sql.one(connection, READ + " and d.no = ?", DecisionRows::made, batchNo, no);
    }

    /** All decisions about a batch, the earliest first. */
    static List<MadeDecision> all(Connection connection, long batchNo) throws SQLException {
        return Sql.list(connection, READ + " order by d.no", DecisionRows::made, batchNo);
    }

    private static MadeDecision made(ResultSet row) throws SQLException {
        return new MadeDecision(
                row.getInt("no"),
                DecisionCause.valueOf(row.getString("cause")),
                Sql.day(row, "as_of"),
                row.getString("ruleset"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("findings"),
                Sql.time(row, "decided"),
                row.getString("decided_by"),
                settlement(row));
    }

    private static @Nullable Settlement settlement(ResultSet row) throws SQLException {
        String outcome = row.getString("settled_as");
        return outcome == null
                ? null
                : new Settlement(
                        Outcome.valueOf(outcome),
                        row.getString("reason"),
                        Sql.time(row, "settled"),
                        row.getString("settled_by"));
    }
}
