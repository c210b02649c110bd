package org.anxin.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.json.InputError;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.PersonDecisionJson;
import org.anxin.text.Bilingual;

/** Runs the cases beside the rules, and finds the rules that no case shows (SPEC section 8). */
final class CaseRun {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Bilingual FIRING = new Bilingual("适用", "applying");
    private static final Bilingual SILENT = new Bilingual("不适用", "not applying");

    private final Ruleset ruleset;
    private final Policy policy;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> fired = new HashSet<>();
    private final Set<String> silent = new HashSet<>();

    private CaseRun(Ruleset ruleset) {
        this.ruleset = ruleset;
        // Its own policy, since everything that this one is asked is heard.
        this.policy = Policy.of(ruleset.heard(this::hear));
    }

    /** Every case that fails or cannot be read, and every rule without a firing or without a silent case. */
    static List<Mistake> mistakes(Ruleset ruleset) {
        CaseRun run = new CaseRun(ruleset);
        // What building the policy asks about is no case.
        run.fired.clear();
        run.silent.clear();
        ruleset.files().texts().forEach(run::runFile);
        run.findUncovered();
        return run.mistakes;
    }

    private void hear(Record fact, List<Firing> firings) {
        Set<String> applying = new HashSet<>();
        firings.forEach(firing -> applying.add(firing.rule().id()));
        for (Rule rule : ruleset.rulesOn(fact.getClass())) {
            (applying.contains(rule.id()) ? fired : silent).add(rule.id());
        }
    }

    private void runFile(String path, String text) {
        if (!path.endsWith(".cases.yaml")) {
            return;
        }
        try {
            for (RuleCase one : RuleCase.read(text, ruleset.words())) {
                run(one, path, text);
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

    private void run(RuleCase one, String path, String text) throws IOException {
        Bilingual difference = Expectation.difference(one.expect(), decision(one));
        if (difference != null) {
            mistakes.add(MistakeCode.CASE_FAILED.at(placeOf(one.name(), path, text), one.name(), difference));
        }
    }

    private JsonNode decision(RuleCase one) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            if (one.person() != null) {
                PersonDecisionJson.write(out, policy.testing().decide(one.person(), one.asOf()));
            } else {
                BatchDecisionJson.write(
                        out, policy.admission().decide(Objects.requireNonNull(one.batch()), one.asOf()));
            }
        }
        return TREES.readTree(bytes.toByteArray());
    }

    /** The line that names the case. */
    private static Position placeOf(String name, String path, String text) {
        int at = Math.max(0, text.indexOf(name));
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new Position(path, line, at - text.lastIndexOf('\n', at));
    }

    private void findUncovered() {
        for (Rule rule : ruleset.rules()) {
            Position at = new Position(rule.file(), rule.line(), 1);
            if (!fired.contains(rule.id())) {
                mistakes.add(MistakeCode.CASE_MISSING.at(at, rule.id(), FIRING));
            }
            if (!silent.contains(rule.id())) {
                mistakes.add(MistakeCode.CASE_MISSING.at(at, rule.id(), SILENT));
            }
        }
    }
}
