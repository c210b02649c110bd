package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drools, the interpreter of what was checked, what is remembered, and what the author meant: always the same answer. */
class ParityTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();
    private static final int RULES = 60;
    private static final int FACTS = 400;

    /** A verb that may be said of each type of fact. */
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("Assignment", "obligations.require( $x, every(3).days() );"),
            Map.entry("Sample", "samples.count( $x );"),
            Map.entry("Obligation", "actions.warn( $x );"),
            Map.entry("Person", "actions.warn( $x );"),
            Map.entry("Operator", "readiness.remind( $x, \"UNIT_DIFFERS\" );"),
            Map.entry("Employee", "readiness.remind( $x, \"UNIT_DIFFERS\" );"),
            Map.entry("Contact", "findings.remind( $x, \"UNIT_DIFFERS\" );"),
            Map.entry("CheckedItem", "findings.raise( $x, \"ITEM_FAILED\", within(1).days() );"),
            Map.entry("Spread", "subdistricts.copy( $x );"),
            Map.entry("PatrolledDay", "faults.report( $x, \"PATROL_GAP\" );"),
            Map.entry("CoveredScene", "faults.report( $x, \"PATROL_GAP\" );"),
            Map.entry("WatchedCamera", "faults.report( $x, \"PATROL_GAP\" );"));

    /** One type of fact of one vocabulary. */
    record Subject(Vocabulary vocabulary, FactType<?> type) {
        @Override
        public String toString() {
            return type.name();
        }
    }

    static Stream<Subject> subjects() {
        return Policy.VOCABULARIES.stream()
                .flatMap(vocabulary -> vocabulary.facts().values().stream().map(type -> new Subject(vocabulary, type)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void shippedRulesAreAnsweredTheSameByAll(Subject subject) {
        Ruleset ruleset = ruleset(SHIPPED);
        assertAlike(ruleset, subject.type(), new RandomFacts(new Random(1), ruleset.words()));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void anyConditionIsAnsweredTheSameByAllAndAsItsAuthorMeant(Subject subject) {
        Random random = new Random(subject.type().name().hashCode());
        RandomFacts facts = new RandomFacts(random, ruleset(SHIPPED).words());
        RandomCondition.Maker maker = new RandomCondition.Maker(subject.type(), facts, random);
        List<RandomCondition> conditions =
                Stream.generate(maker::joined).limit(RULES).toList();
        Ruleset ruleset = ruleset(with(subject, conditions));
        for (Record fact : assertAlike(ruleset, subject.type(), facts)) {
            List<String> meant = new ArrayList<>();
            for (int i = 0; i < RULES; i++) {
                if (conditions.get(i).meaning().test(field -> RandomFacts.seen(subject.type(), fact, field))) {
                    meant.add(id(i));
                }
            }
            assertThat(ids(ruleset, ruleset.applying(fact))).as("%s", fact).containsExactlyElementsOf(meant);
        }
    }

    /** Asks everybody about random facts, twice, so that the second answer is a remembered one. */
    private static <F extends Record> List<F> assertAlike(Ruleset ruleset, FactType<F> type, RandomFacts facts) {
        Function<List<Firing>, List<String>> outcome =
                firings -> firings.stream().map(firing -> firing.rule().id()).toList();
        Answers<F, List<String>> answers = ruleset.answers(type, outcome);
        List<F> asked = Stream.generate(() -> facts.fact(type)).limit(FACTS).toList();
        for (F fact : asked) {
            int[] interpreted = new Interpreter(ruleset.checked()).applying(fact);
            assertThat(ruleset.applying(fact)).as("%s", fact).isEqualTo(interpreted);
            type.fields()
                    .forEach(field -> assertThat(type.value(fact, field))
                            .as("%s of %s", field.name(), fact)
                            .isEqualTo(RandomFacts.seen(type, fact, field)));
            List<String> ids = ids(ruleset, interpreted);
            assertThat(answers.of(fact)).as("%s", fact).isEqualTo(ids);
        }
        for (F fact : asked) {
            assertThat(answers.of(fact)).as("%s", fact).isEqualTo(ids(ruleset, ruleset.applying(fact)));
        }
        return asked;
    }

    private static List<String> ids(Ruleset ruleset, int[] numbers) {
        List<Rule> rules = ruleset.rules();
        return Arrays.stream(numbers).mapToObj(number -> rules.get(number).id()).toList();
    }

    /** Rules with these conditions in place of all shipped ones. */
    private static RuleTexts with(Subject subject, List<RandomCondition> conditions) {
        StringBuilder rules =
                new StringBuilder("package rules." + subject.vocabulary().name() + "\n");
        String verb = VERBS.getOrDefault(subject.type().name(), "findings.review( $x, \"UNIT_DIFFERS\" );");
        for (int i = 0; i < conditions.size(); i++) {
            rules.append("rule \"%s x\"\n@title(\"x\")\n@directive(\"ANXIN-DEFAULTS\")\n".formatted(id(i)))
                    .append("when\n    $x : %s( %s )\n"
                            .formatted(subject.type().name(), conditions.get(i).text()))
                    .append("then\n    ")
                    .append(verb)
                    .append("\nend\n");
        }
        Map<String, String> texts = new java.util.TreeMap<>(SHIPPED.texts());
        texts.keySet().removeIf(path -> path.contains("/"));
        texts.put(subject.vocabulary().name() + "/random.drl", rules.toString());
        return new RuleTexts(texts);
    }

    private static String id(int i) {
        return "XX-%03d".formatted(i);
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
