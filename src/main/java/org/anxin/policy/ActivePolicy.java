package org.anxin.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Rulebook;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Vocabulary;
import org.anxin.testing.TestingPolicy;
import org.anxin.testing.TestingVocabulary;

/** STUB until the policy is merged. */
@ApplicationScoped
public class ActivePolicy {
    private static final String DOCUMENTS = """

            document:
              - {code: SUPPLIER_LICENCE, zh: 供货商许可, en: licence}
              - {code: QUARANTINE_CERTIFICATE, zh: 检疫证明, en: quarantine certificate}
              - {code: DISINFECTION_CERTIFICATE, zh: 消毒证明, en: disinfection certificate}
              - {code: TEST_REPORT, zh: 检测报告, en: test report}
            """;

    private final Policy policy = load();

    /** STUB. */
    public Policy current() {
        return policy;
    }

    private static Policy load() {
        Map<String, String> texts = new TreeMap<>();
        for (String name : List.of(
                "words.yaml",
                "directives.yaml",
                "testing/actions-blocked.drl",
                "testing/actions.drl",
                "testing/cadence.drl",
                "testing/emergency-2022-04.drl",
                "testing/samples.drl")) {
            texts.put(name, text(name) + (name.equals("words.yaml") ? DOCUMENTS : ""));
        }
        Rulebook.Reading reading = new Rulebook(List.of(
                        TestingVocabulary.VOCABULARY,
                        Vocabulary.named("admission").wordKinds("document").build()))
                .read(RuleFiles.of(texts));
        Ruleset ruleset = reading.ruleset();
        if (ruleset == null) {
            throw new IllegalStateException(reading.mistakes().toString());
        }
        return new Policy(ruleset, new TestingPolicy(ruleset), new AdmissionPolicy());
    }

    private static String text(String name) {
        try (InputStream in = ActivePolicy.class.getResourceAsStream("/rules/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
