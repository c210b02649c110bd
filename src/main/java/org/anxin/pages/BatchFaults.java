package org.anxin.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anxin.admission.Severity;
import org.anxin.json.Json;
import org.anxin.policy.Policy;
import org.anxin.rulebook.Rule;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The findings of a decision, taken one after the other to where they belong. What nobody takes is shown by itself. */
final class BatchFaults {
    private static final ObjectMapper TREES = new ObjectMapper(Json.FACTORY);

    private final List<FoundFault> left;

    private BatchFaults(List<FoundFault> left) {
        this.left = left;
    }

    /**
     * The findings of a stored decision.
     *
     * @param findings a JSON list
     * @param policy whose rules have titles; rules that it does not have are named by their ids
     */
    static BatchFaults of(String findings, Policy policy) {
        Map<String, Rule> rules = policy.ruleset().rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        List<FoundFault> all = new ArrayList<>();
        try {
            for (JsonNode finding : TREES.readTree(findings)) {
                all.add(fault(finding, rules, policy));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored findings cannot be read", e);
        }
        return new BatchFaults(all);
    }

    private static FoundFault fault(JsonNode finding, Map<String, Rule> rules, Policy policy) {
        String code = finding.path("code").asText();
        String id = finding.path("rule").asText();
        Rule rule = rules.get(id);
        String directive = finding.path("directive").asText();
        return new FoundFault(
                code,
                PeopleLists.word(policy.ruleset().words(), "finding", code),
                Severity.valueOf(finding.path("severity").asText()),
                text(finding, "document"),
                text(finding, "number"),
                text(finding, "field"),
                text(finding, "lot"),
                new Bilingual(
                        finding.path("message").path("zh").asText(),
                        finding.path("message").path("en").asText()),
                Remedies.of(code),
                id,
                rule == null ? new Bilingual(id, id) : rule.title(),
                rule == null
                        ? new Bilingual(directive, directive)
                        : rule.directive().title(),
                rule == null ? null : rule.directive().url());
    }

    private static @Nullable String text(JsonNode finding, String name) {
        JsonNode value = finding.path(name);
        return value.isTextual() ? value.asText() : null;
    }

    /** All that are left. */
    List<FoundFault> all() {
        return List.copyOf(left);
    }

    /** Takes those that belong to a place. */
    List<FoundFault> take(Predicate<FoundFault> place) {
        List<FoundFault> taken = new ArrayList<>();
        for (Iterator<FoundFault> each = left.iterator(); each.hasNext(); ) {
            FoundFault fault = each.next();
            if (place.test(fault)) {
                taken.add(fault);
                each.remove();
            }
        }
        return taken;
    }
}
