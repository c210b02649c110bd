package org.anxin.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Document;
import org.anxin.json.InvalidInputException;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.WrittenRule;
import org.anxin.testing.Obligation;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Adjusts cases to a rule that is added, where it can be known how: a list of obligations gets the new one, and a batch the
 * document that has become necessary. A case that would still fail stays as it was, for somebody to look at.
 */
public final class AdjustedCases {
    private final Policy before;
    private final Policy after;
    private final String rule;

    /** The document that the rule asks for; null if it asks for none. */
    private final @Nullable String document;

    /** A case without the document, by which the new rule is shown; empty as long as none was met. */
    private String lacking = "";

    private AdjustedCases(Policy before, Policy after, String rule) {
        this.before = before;
        this.after = after;
        this.rule = rule;
        this.document = after.ruleset().written(rule).constants().stream()
                .filter(constant -> "document".equals(constant.wordKind()) && constant.saidBy() == null)
                .map(WrittenRule.Constant::text)
                .findFirst()
                .orElse(null);
    }

    /**
     * The files with adjusted cases.
     *
     * @param before without the rule
     * @param after with it, and with the cases as they were
     * @param rule id of the rule
     */
    public static RuleFiles of(Ruleset before, Policy after, String rule) {
        return new AdjustedCases(Policy.of(before), after, rule).adjusted();
    }

    private RuleFiles adjusted() {
        Map<String, String> texts = new TreeMap<>(after.ruleset().files().texts());
        texts.replaceAll((path, text) -> path.endsWith(".cases.yaml") ? adjusted(text) : text);
        after.ruleset().rules().stream()
                .filter(one -> one.id().equals(rule) && !lacking.isEmpty())
                .map(one -> one.file().replaceFirst("\\.drl$", ".cases.yaml"))
                .forEach(cases -> texts.merge(cases, lacking, (there, added) -> there + "\n" + added));
        return RuleFiles.of(texts);
    }

    private String adjusted(String text) {
        List<RuleCase> cases = read(text);
        String adjusted = text;
        // From the last to the first: places before stay where they are.
        for (int i = cases.size() - 1; i >= 0; i--) {
            RuleCase one = cases.get(i);
            boolean isBroken = CaseFiles.difference(one, after) != null && CaseFiles.difference(one, before) == null;
            String tried = isBroken ? tried(adjusted, i, one) : null;
            if (tried != null && CaseFiles.difference(read(tried).get(i), after) == null) {
                adjusted = tried;
                lacking = one.batch() == null ? lacking : lacking(text, i, one);
            }
        }
        return adjusted;
    }

    private List<RuleCase> read(String text) {
        try {
            return RuleCase.read(text, after.ruleset().words());
        } catch (InvalidInputException | IOException e) {
            // The check tells what is wrong with it; it is left as it is.
            return List.of();
        }
    }

    private @Nullable String tried(String text, int number, RuleCase one) {
        CaseNodes nodes = new CaseNodes(text);
        if (one.person() != null) {
            SequenceNode list = nodes.list(number, "expect", "obligations");
            return list == null ? null : withObligations(text, number, one);
        }
        Batch batch = one.batch();
        SequenceNode documents = nodes.list(number, "batch", "documents");
        if (batch == null || documents == null || document == null) {
            return null;
        }
        String entry = "{type: %s, number: N-1, issuedOn: \"%s\"}".formatted(document, Days.text(issued(batch, one)));
        return nodes.inserted(documents, documents.getValue().size(), entry);
    }

    private String withObligations(String text, int number, RuleCase one) {
        List<String> rules =
                after.testing().decide(Objects.requireNonNull(one.person()), one.asOf()).obligations().stream()
                        .map(Obligation::duty)
                        .map(duty -> duty.rule().id())
                        .toList();
        String adjusted = text;
        for (int i = 0; i < rules.size(); i++) {
            CaseNodes nodes = new CaseNodes(adjusted);
            SequenceNode list = nodes.list(number, "expect", "obligations");
            if (rules.get(i).equals(rule)
                    && list != null
                    && i <= list.getValue().size()) {
                adjusted = nodes.inserted(list, i, "{rule: " + rule + "}");
            }
        }
        return adjusted;
    }

    /** A day on which another document of the batch was issued, since that fits the other rules. */
    private static int issued(Batch batch, RuleCase one) {
        return batch.documents().stream()
                .mapToInt(Document::issuedOn)
                .filter(Days::known)
                .findFirst()
                .orElse(one.asOf());
    }

    private String lacking(String text, int number, RuleCase one) {
        BatchDecision decision = after.admission().decide(Objects.requireNonNull(one.batch()), one.asOf());
        List<String> findings = new ArrayList<>();
        decision.findings()
                .forEach(finding -> findings.add(
                        finding.document() == null
                                ? "{code: " + finding.code() + "}"
                                : "{code: " + finding.code() + ", document: " + finding.document() + "}"));
        String expect = "{outcome: " + decision.outcome() + ", findings: ["
                + findings.stream().collect(Collectors.joining(", ")) + "]}";
        return new CaseNodes(text).like(number, rule + " the document is missing", expect);
    }
}
