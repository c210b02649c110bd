package org.anxin.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.admission.OnRecord;
import org.anxin.json.InputError;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.onboarding.RosterDecision;
import org.anxin.onboarding.RosterDecisionJson;
import org.anxin.patrol.Patrols;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.PersonDecisionJson;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The cases beside the rules: read once, and put to one policy or to many. */
final class CaseFiles {
    private static final ObjectMapper TREES = new ObjectMapper();

    private final List<Placed> cases = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    /** A case and the line that names it. */
    record Placed(RuleCase content, Position at) {}

    /** Reads all cases of a ruleset. */
    CaseFiles(Ruleset ruleset) {
        ruleset.files().texts().forEach((path, text) -> {
            if (path.endsWith(".cases.yaml")) {
                read(ruleset, path, text);
            }
        });
    }

    private void read(Ruleset ruleset, String path, String text) {
        try {
            for (RuleCase one : RuleCase.read(text, ruleset.words())) {
                cases.add(new Placed(one, placeOf(one.name(), path, text)));
            }
        } catch (InvalidInputException e) {
            for (InputError error : e.errors()) {
                Position at = new Position(path, Math.max(1, error.line()), Math.max(1, error.column()));
                mistakes.add(MistakeCode.CASE_UNREADABLE.at(at, error.message()));
            }
        } catch (IOException e) {
            mistakes.add(MistakeCode.CASE_UNREADABLE.at(
                    new Position(path, 1, 1), new Bilingual("不是有效的 YAML。", "This is not valid YAML.")));
        }
    }

    private static Position placeOf(String name, String path, String text) {
        int at = Math.max(0, text.indexOf(name));
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new Position(path, line, at - text.lastIndexOf('\n', at));
    }

    /** All that could be read. */
    List<Placed> cases() {
        return cases;
    }

    /** What could not be read. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    /** The first difference between what a case expects and what a policy decides, or null. */
    static @Nullable Bilingual difference(RuleCase one, Policy policy) {
        if (one.person() != null) {
            return difference(one, policy.testing().decide(one.person(), one.asOf()));
        }
        if (one.roster() != null) {
            RosterDecision decision = policy.onboarding().decide(one.roster(), one.asOf());
            return difference(one, out -> RosterDecisionJson.write(out, decision));
        }
        Patrols patrol = one.patrol();
        if (patrol != null) {
            return difference(
                    one, out -> patrol.decide(policy.patrol(), one.asOf()).write(out));
        }
        return difference(one, out -> BatchDecisionJson.write(out, decision(one, policy.admission())));
    }

    private static BatchDecision decision(RuleCase one, AdmissionPolicy policy) {
        Batch batch = Objects.requireNonNull(one.batch());
        OnRecord onRecord = one.onRecord();
        return onRecord == null ? policy.decide(batch, one.asOf()) : policy.decide(batch, onRecord, one.asOf());
    }

    /** The same for a decision that is there already. */
    static @Nullable Bilingual difference(RuleCase one, PersonDecision decision) {
        return difference(one, out -> PersonDecisionJson.write(out, decision));
    }

    private interface Writing {
        void write(JsonGenerator out) throws IOException;
    }

    private static @Nullable Bilingual difference(RuleCase one, Writing decision) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            decision.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory is always writable", e);
        }
        try {
            JsonNode written = TREES.readTree(bytes.toByteArray());
            return Expectation.difference(one.expect(), written);
        } catch (IOException e) {
            throw new IllegalStateException("what was just written can be read", e);
        }
    }
}
