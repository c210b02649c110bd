package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anxin.admission.AdmissionVocabulary;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.testing.Assignment;
import org.anxin.testing.TestingVocabulary;
import org.junit.jupiter.api.Test;

/** How a ruleset is asked, by how many at once, and what stays of it when it is replaced. */
class RulesetTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();
    private static final Function<List<Firing>, List<String>> IDS =
            firings -> firings.stream().map(firing -> firing.rule().id()).toList();

    @SuppressWarnings("unchecked")
    private static final FactType<Assignment> ASSIGNMENT = (FactType<Assignment>)
            Objects.requireNonNull(TestingVocabulary.VOCABULARY.facts().get("Assignment"));

    @Test
    void factsOfOneClassGetTheSameInstance() {
        Answers<Assignment, List<String>> answers = ruleset(SHIPPED).answers(ASSIGNMENT, IDS);
        List<String> first = answers.of(assignment("M-1", "FARMERS", "STAFF"));
        assertThat(first).containsExactly("EM-FM-1D", "EM-FM-2D", "FM-3D");
        assertThat(answers.of(assignment("M-2", "FARMERS", "STAFF"))).isSameAs(first);
        assertThat(answers.of(assignment("M-1", "PROFESSIONAL", "STAFF"))).containsExactly("EM-PM-2D");
    }

    @Test
    void everyQuestionIsHeardAlsoTheSameOneAgain() {
        List<String> heard = new ArrayList<>();
        Ruleset ruleset = ruleset(SHIPPED)
                .heard((fact, firings) -> heard.add(((Assignment) fact).marketId() + IDS.apply(firings)));
        assertThat(ruleset.remembers()).isFalse();
        Answers<Assignment, List<String>> answers = ruleset.answers(ASSIGNMENT, IDS);
        for (String market : List.of("M-1", "M-2", "M-1")) {
            assertThat(answers.of(assignment(market, "PROFESSIONAL", "DIRECT_CONTACT")))
                    .containsExactly("DC-2W", "EM-PM-2D");
        }
        assertThat(heard).containsExactly("M-1[DC-2W, EM-PM-2D]", "M-2[DC-2W, EM-PM-2D]", "M-1[DC-2W, EM-PM-2D]");
    }

    @Test
    void factsWithMoreClassesThanFitIntoAKeyAreAnsweredRightAllTheSame() {
        String words = IntStream.range(0, 40)
                .mapToObj("  - {code: D%02d, zh: x, en: x}\n"::formatted)
                .collect(Collectors.joining());
        StringBuilder rules = new StringBuilder("package rules.admission\n");
        for (int i = 0; i < 40; i++) {
            rules.append("rule \"XX-%02d x\" @title(\"x\") @directive(\"ANXIN-DEFAULTS\")\n".formatted(i))
                    .append("when $d : Declaration( documents contains \"D%02d\" )\n".formatted(i))
                    .append("then findings.review( $d, \"UNIT_DIFFERS\" ); end\n");
        }
        Ruleset ruleset = ruleset(SHIPPED.replacing("words.yaml", "document:\n", "document:\n" + words)
                .with("admission/x.drl", rules.toString()));
        assertAnsweredRight(ruleset, AdmissionVocabulary.VOCABULARY.facts().get("Declaration"));
    }

    private static <F extends Record> void assertAnsweredRight(Ruleset ruleset, FactType<F> type) {
        RandomFacts facts = new RandomFacts(new Random(3), ruleset.words());
        Answers<F, List<String>> answers = ruleset.answers(type, IDS);
        List<Rule> rules = ruleset.rules();
        List<F> asked = Stream.generate(() -> facts.fact(type)).limit(50).toList();
        for (F fact : asked) {
            int[] interpreted = new Interpreter(ruleset.checked()).applying(fact);
            assertThat(answers.of(fact))
                    .isEqualTo(Arrays.stream(interpreted)
                            .mapToObj(i -> rules.get(i).id())
                            .toList())
                    .isNotSameAs(answers.of(fact));
        }
    }

    @Test
    void manyThreadsMayAskAColdRulesetAtOnce() throws Exception {
        List<String> types = List.of("FARMERS", "PROFESSIONAL");
        List<String> categories = List.of("STAFF", "DIRECT_CONTACT", "INDIRECT_CONTACT", "TEMPORARY");
        Ruleset ruleset = ruleset(SHIPPED);
        Callable<List<Object>> work = () -> {
            Answers<Assignment, List<String>> answers = ruleset.answers(ASSIGNMENT, IDS);
            List<Object> all = new ArrayList<>();
            for (int round = 0; round < 10; round++) {
                types.forEach(type -> categories.forEach(category -> {
                    all.add(answers.of(assignment("M-1", type, category)));
                    all.add(Arrays.toString(ruleset.applying(assignment("M-1", type, category))));
                }));
            }
            return all;
        };
        List<Object> alone = work.call();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (Future<List<Object>> answers : threads.invokeAll(java.util.Collections.nCopies(8, work))) {
            assertThat(answers.get()).isEqualTo(alone);
        }
        threads.shutdown();
    }

    @Test
    void nothingOfAReplacedRulesetIsKeptAlive() throws InterruptedException {
        List<WeakReference<Object>> replaced = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Ruleset ruleset = ruleset(SHIPPED.with("testing/cadence.cases.yaml", "# " + i));
            ruleset.applying(assignment("M-1", "FARMERS", "STAFF"));
            replaced.add(new WeakReference<>(ruleset));
            replaced.add(new WeakReference<>(ruleset.engine().base));
        }
        for (int i = 0; i < 50 && replaced.stream().anyMatch(reference -> reference.get() != null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(replaced).allMatch(reference -> reference.get() == null);
    }

    @Test
    void wordsAndDirectivesCannotBeChangedFromOutside() {
        Ruleset ruleset = ruleset(SHIPPED);
        assertThat(ruleset.words().codes("category"))
                .isUnmodifiable()
                .containsExactly("STAFF", "DIRECT_CONTACT", "INDIRECT_CONTACT", "TEMPORARY");
        assertThat(ruleset.words().all("category")).isUnmodifiable();
        assertThat(ruleset.directives()).isUnmodifiable().containsKeys("BJ-2022-04-07", "ANXIN-DEFAULTS");
        assertThat(ruleset.rules()).isUnmodifiable();
    }

    private static Assignment assignment(String market, String type, String category) {
        return new Assignment(market, type, "西兴街道", category, 0, 1);
    }

    private static Ruleset ruleset(RuleTexts texts) {
        Rulebook.Reading reading = Policy.RULEBOOK.read(RuleFiles.of(texts.texts()));
        assertThat(reading.mistakes())
                .filteredOn(Mistake::fatal)
                .extracting(Mistake::text)
                .isEmpty();
        return Objects.requireNonNull(reading.ruleset());
    }
}
