package org.anxin.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.admission.BatchFacts;
import org.anxin.admission.DocumentKey;
import org.anxin.admission.OnRecord;
import org.anxin.json.Json;
import org.anxin.ledger.DecisionLog;
import org.anxin.ledger.Entry;
import org.anxin.ledger.Lines;
import org.anxin.ledger.LogKind;
import org.anxin.time.Days;

/**
 * What the desk writes into the decision log about one batch, in the transaction that decides it. Each batch is a stream of
 * its own: whoever decides one holds its lock anyway.
 */
final class DeskLog {
    private static final String TODAY =
            "select (statement_timestamp() at time zone coalesce((select zone from installation), 'UTC'))::date as day";

    private final Connection connection;
    private final long batchNo;
    private final String batchId;
    private final int day;
    private final List<Entry> entries = new ArrayList<>();

    /** @param day decided for, an epoch day */
    DeskLog(Connection connection, long batchNo, String batchId, int day) {
        this.connection = connection;
        this.batchNo = batchNo;
        this.batchId = batchId;
        this.day = day;
    }

    /** The civil day in the service's zone, an epoch day. */
    static int today(Connection connection) throws SQLException {
        return Objects.requireNonNull(Sql.one(connection, TODAY, row -> Sql.day(row, "day")));
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    /** The rules decided, by these facts. */
    void decided(Batch facts, OnRecord onRecord, BatchDecision decision, String ruleset) {
        add(
                LogKind.BATCH,
                ruleset,
                json(out -> {
                    out.writeStartObject();
                    out.writeFieldName("batch");
                    BatchFacts.write(out, facts);
                    out.writeFieldName("onRecord");
                    BatchFacts.write(out, onRecord);
                    out.writeEndObject();
                }),
                json(out -> BatchDecisionJson.write(out, decision)));
    }

    /** A person settled what was left to a person. */
    void settled(AdmissionDesk.Verdict verdict) {
        add(
                LogKind.SETTLEMENT,
                "",
                json(out -> {
                    out.writeStartObject();
                    out.writeStringField("batchId", batchId);
                    out.writeNumberField("decision", verdict.decision());
                    out.writeStringField("reason", verdict.reason());
                    out.writeStringField("by", verdict.by());
                    out.writeEndObject();
                }),
                json(out -> member(out, "outcome", verdict.outcome().name())));
    }

    /** The batch got its pass, whose code is a secret. */
    void passIssued() {
        add(
                LogKind.PASS,
                "",
                json(out -> member(out, "batchId", batchId)),
                json(out -> member(out, "validFrom", Days.text(day))));
    }

    /** The batch lost its admission to a document found false. */
    void recalled(DocumentKey document, int falseDocument, String state) {
        add(
                LogKind.RECALL,
                "",
                json(out -> {
                    out.writeStartObject();
                    out.writeStringField("batchId", batchId);
                    out.writeNumberField("falseDocument", falseDocument);
                    out.writeStringField("type", document.type());
                    out.writeStringField("number", document.number());
                    out.writeStringField("state", state);
                    out.writeEndObject();
                }),
                json(out -> member(out, "state", BatchState.RECALLED.name())));
    }

    private void add(LogKind kind, String ruleset, byte[] facts, byte[] answer) {
        Lines lines = new Lines(kind, day, ruleset);
        lines.about(batchId, facts, answer);
        entries.addAll(lines.entries());
    }

    private static void member(JsonGenerator out, String name, String value) throws IOException {
        out.writeStartObject();
        out.writeStringField(name, value);
        out.writeEndObject();
    }

    private static byte[] json(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Writes them, last of all. */
    void write() throws SQLException {
        DecisionLog.append(connection, "batch/" + batchNo, null, entries);
        entries.clear();
    }
}
