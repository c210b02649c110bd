package org.anxin.impact;

import static org.anxin.impact.ShadowCounts.Count.BATCHES_COMPARED;
import static org.anxin.impact.ShadowCounts.Count.BATCHES_DIFFERENT;
import static org.anxin.impact.ShadowCounts.Count.PEOPLE_COMPARED;
import static org.anxin.impact.ShadowCounts.Count.PEOPLE_DIFFERENT;
import static org.anxin.impact.ShadowCounts.Count.PEOPLE_FAILED;
import static org.anxin.impact.ShadowCounts.Count.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Goods;
import org.anxin.admission.Operator;
import org.anxin.bench.Populations;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.ShippedPolicy;
import org.anxin.policy.StoredRulesets;
import org.anxin.testing.Person;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A draft that decides beside the rules that answer. */
@Timeout(120)
class ShadowNodeTest {
    private static final Policy SHIPPED = ShippedPolicy.make();
    private static final Policy EDITED = RuleTexts.shipped()
            .replacing("testing/cadence.drl", "every(3).days()", "every(5).days()")
            .replacing(
                    "admission/test-result.drl",
                    "findings.reject( $p, \"TEST_NOT_NEGATIVE\" )",
                    "findings.review( $p, \"TEST_NOT_NEGATIVE\" )")
            .policy();
    private static final int DAY = Days.of("2022-03-12");
    private static final List<Person> PEOPLE = Populations.ordinary(1000, DAY, 5);

    private final TestDatabase database = TestDatabase.migrated();
    private final Shadows shadows = shadows();
    private final ShadowNode one = node();
    private final ShadowNode other = node();

    private Shadows shadows() {
        DataSource source = database.dataSource();
        return new Shadows(source, new StoredRulesets(source));
    }

    private ShadowNode node() {
        return new ShadowNode(shadows(), new StoredRulesets(database.dataSource()));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        database.close();
    }

    private ShadowReport report() throws Exception {
        return Objects.requireNonNull(shadows.report(EDITED.ruleset().id()));
    }

    /** What is counted, as soon as it is as expected. */
    private ShadowReport await(Predicate<ShadowCounts> expected) throws Exception {
        ShadowReport report = report();
        for (int i = 0; i < 3000 && !expected.test(report.counts()); i++) {
            one.look();
            other.look();
            report = report();
            Thread.sleep(10);
        }
        assertThat(expected.test(report.counts())).as(report.counts().json()).isTrue();
        return report;
    }

    private static Batch withPositiveTest() {
        Document report =
                new Document("TEST_REPORT", "TR-1", DAY, Days.NONE, DAY, null, null, null, "POSITIVE", List.of());
        Goods goods = new Goods("车厘子", "CL", false);
        Operator operator = new Operator("O-1", true, DAY);
        return new Batch("B-1", "M-1", operator, DAY, DAY, "供货者", goods, List.of(), List.of(report));
    }

    @Test
    void allNodesJoinAndTheirCountsAreAddedUp() throws Exception {
        one.start();
        other.start();
        assertThat(Objects.requireNonNull(shadows.begin(EDITED, 1)).begun()).isTrue();
        one.look();
        other.look();
        one.answered(SHIPPED, PEOPLE.subList(0, 600), List.of(), DAY);
        other.answered(SHIPPED, PEOPLE.subList(600, 1000), List.of(withPositiveTest()), DAY);
        ShadowReport report = await(counts -> counts.of(PEOPLE_COMPARED) == 1000 && counts.of(BATCHES_COMPARED) == 1);
        long different = PEOPLE.stream()
                .filter(person -> !Compared.people(
                                SHIPPED.testing().decide(person, DAY),
                                EDITED.testing().decide(person, DAY))
                        .isEmpty())
                .count();
        ShadowCounts counts = report.counts();
        assertThat(counts.of(PEOPLE_DIFFERENT)).isEqualTo(different).isPositive();
        assertThat(counts.of(BATCHES_DIFFERENT)).isEqualTo(1);
        assertThat(counts.of(DifferenceKind.FINDINGS)).isEqualTo(1);
        assertThat(counts.of(DifferenceKind.OBLIGATIONS)).isEqualTo(different);
        assertThat(counts.of(SKIPPED) + counts.of(PEOPLE_FAILED)).isZero();
        assertThat(report.differences()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void samplesTellWhatDiffersAndNothingElseOfWhatWasSent() throws Exception {
        shadows.begin(EDITED, 1);
        one.look();
        one.answered(SHIPPED, PEOPLE, List.of(withPositiveTest()), DAY);
        ShadowReport report = await(counts -> counts.of(BATCHES_COMPARED) == 1);
        Set<String> kinds = new TreeSet<>();
        for (String sample : report.differences()) {
            JsonNode tree = new ObjectMapper().readTree(sample);
            tree.get("differences").forEach(kind -> kinds.add(kind.asText()));
            assertThat(tree.get("ruleset").asText()).isEqualTo(SHIPPED.ruleset().id());
            assertThat(sample).doesNotContain("车厘子", "TR-1", "供货者");
            if (tree.has("personId")) {
                Person person = PEOPLE.stream()
                        .filter(one -> one.id().equals(tree.get("personId").asText()))
                        .findFirst()
                        .orElseThrow();
                assertThat(tree.at("/answered/status").asText())
                        .isEqualTo(
                                SHIPPED.testing().decide(person, DAY).status().name());
                assertThat(tree.at("/shadow/status").asText())
                        .isEqualTo(EDITED.testing().decide(person, DAY).status().name());
            } else {
                assertThat(tree.at("/answered/findings").toString())
                        .contains("TEST_NOT_NEGATIVE\",\"severity\":\"REJECT");
                assertThat(tree.at("/shadow/findings").toString())
                        .contains("TEST_NOT_NEGATIVE\",\"severity\":\"REVIEW");
            }
        }
        assertThat(kinds).contains("STATUS", "DUE_ON", "ACTION", "OBLIGATIONS", "FINDINGS");
    }

    @Test
    void oneRulesetAtATimeRunsAndItsShareCanBeChanged() throws Exception {
        shadows.begin(EDITED, 1);
        assertThat(shadows.begin(SHIPPED, 1)).isNull();
        Shadows.Begun again = Objects.requireNonNull(shadows.begin(EDITED, 0));
        assertThat(again.begun()).isFalse();
        one.look();
        one.answered(SHIPPED, PEOPLE, List.of(), DAY);
        shadows.begin(EDITED, 1);
        one.look();
        one.answered(SHIPPED, PEOPLE.subList(0, 10), List.of(), DAY);
        await(counts -> counts.of(PEOPLE_COMPARED) == 10);
        assertThat(shadows.end(SHIPPED.ruleset().id())).isNull();
        assertThat(shadows.end(EDITED.ruleset().id())).isNotNull();
        assertThat(shadows.end(EDITED.ruleset().id())).isNull();
        one.look();
        one.answered(SHIPPED, PEOPLE, List.of(), DAY);
        ShadowReport ended = await(counts -> counts.of(PEOPLE_COMPARED) == 10);
        assertThat(ended.shadow().ended()).isNotNull();
        assertThat(shadows.begin(SHIPPED, 1)).isNotNull();
    }

    @Test
    void whatTheShadowItselfAnswersIsNotCompared() throws Exception {
        shadows.begin(EDITED, 1);
        one.look();
        one.answered(EDITED, PEOPLE, List.of(), DAY);
        one.answered(SHIPPED, PEOPLE.subList(0, 1), List.of(), DAY);
        await(counts -> counts.of(PEOPLE_COMPARED) == 1);
    }

    @Test
    void whatComesTooFastIsLeftOutAndCounted() throws Exception {
        Shadow shadow = Objects.requireNonNull(shadows.begin(EDITED, 1)).shadow();
        Comparing comparing = new Comparing(shadow, EDITED);
        comparing.take(SHIPPED, PEOPLE, List.of(), DAY);
        comparing.take(SHIPPED, PEOPLE.subList(0, 300), List.of(), DAY);
        assertThat(comparing.counts.of(SKIPPED)).isEqualTo(300);
        comparing.start();
        comparing.stop();
        assertThat(comparing.counts.of(SKIPPED) + comparing.counts.of(PEOPLE_COMPARED))
                .isEqualTo(1300);
    }

    @Test
    void aCallOfAnyLengthIsComparedWhereNothingElseWaits() throws Exception {
        List<Person> many = Populations.ordinary(Comparing.MOST_WAITING * 5, DAY, 6);
        shadows.begin(EDITED, 1);
        one.look();
        one.answered(SHIPPED, many, List.of(), DAY);
        await(counts -> counts.of(PEOPLE_COMPARED) == many.size());
    }

    @Test
    void factsThatTheShadowWouldRefuseAreADifference() throws Exception {
        Policy without = RuleTexts.shipped()
                .replacing("words.yaml", "  - {code: INVALID, zh: 无效, en: invalid}\n", "")
                .replacing(
                        "words.yaml",
                        "  - {code: TEST_REPORT, zh: 新冠病毒核酸检测报告, en: nucleic-acid test report, listsLots: true}\n",
                        "")
                .without(name -> name.startsWith("admission/") || name.endsWith(".cases.yaml"))
                .policy();
        Person person = PEOPLE.get(0);
        Person invalid = new Person(
                person.id(),
                person.assignments(),
                List.of(new org.anxin.testing.Sample(DAY, "INVALID")),
                List.of(),
                Days.NONE);
        shadows.begin(without, 1);
        one.look();
        one.answered(SHIPPED, List.of(invalid), List.of(withPositiveTest()), DAY);
        ShadowReport report = null;
        for (int i = 0; i < 3000 && (report == null || report.counts().of(BATCHES_COMPARED) == 0); i++) {
            one.look();
            report = Objects.requireNonNull(shadows.report(without.ruleset().id()));
            Thread.sleep(10);
        }
        assertThat(Objects.requireNonNull(report).counts().of(DifferenceKind.UNDECIDABLE))
                .isEqualTo(2);
        assertThat(report.differences()).hasSize(2).allMatch(sample -> sample.contains("\"shadow\":null"));
    }
}
