package org.anxin.impact;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
import org.anxin.admission.Severity;
import org.anxin.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two rulesets finds about a stored batch.
 *
 * @param outcome empty if the batch cannot be decided
 * @param findings a JSON list. Findings that differ only in the document's number or in the lot are one entry with their
 *     count
 * @param codes of the findings, each once, in order, separated by spaces
 * @param rules that made them, likewise
 * @param code why the batch cannot be decided; empty if it can
 */
public record BatchSide(String outcome, String findings, String codes, String rules, String code) {
    /** A document has a type or result that the ruleset does not declare. */
    static final String WORD_UNDECLARED = "WORD_UNDECLARED";

    /** The engine failed; the facts may be in order. */
    static final String DECISION_FAILED = "DECISION_FAILED";

    /** What tells findings apart that concern other documents or lots. */
    private record Kind(
            String code,
            Severity severity,
            @Nullable String document,
            @Nullable String field,
            String rule) {
        static Kind of(Finding finding) {
            return new Kind(
                    finding.code(),
                    finding.severity(),
                    finding.document(),
                    finding.field(),
                    finding.rule().id());
        }
    }

    /** A batch that cannot be decided. */
    static BatchSide undecidable(String code) {
        return new BatchSide("", "[]", "", "", code);
    }

    static BatchSide of(BatchDecision decision) {
        SortedSet<String> codes = new TreeSet<>();
        SortedSet<String> rules = new TreeSet<>();
        for (Finding finding : decision.findings()) {
            codes.add(finding.code());
            rules.add(finding.rule().id());
        }
        return new BatchSide(
                decision.outcome().name(),
                json(decision.findings()),
                String.join(" ", codes),
                String.join(" ", rules),
                "");
    }

    private static String json(List<Finding> findings) {
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        findings.forEach(finding -> counts.merge(Kind.of(finding), 1, Integer::sum));
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            out.writeStartArray();
            for (Map.Entry<Kind, Integer> entry : counts.entrySet()) {
                write(out, entry.getKey(), entry.getValue());
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Kind kind, int count) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", kind.code);
        out.writeStringField("severity", kind.severity.name());
        out.writeStringField("document", kind.document);
        out.writeStringField("field", kind.field);
        out.writeStringField("rule", kind.rule);
        out.writeNumberField("count", count);
        out.writeEndObject();
    }
}
