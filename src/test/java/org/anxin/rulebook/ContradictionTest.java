package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that can never apply is a warning; one that can is none. */
class ContradictionTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type == \"TEST_REPORT\", type == \"SUPPLIER_LICENCE\"",
                "type == \"TEST_REPORT\", type != \"TEST_REPORT\"",
                "type in (\"TEST_REPORT\", \"SUPPLIER_LICENCE\"), type == \"QUARANTINE_CERTIFICATE\"",
                "type in (\"TEST_REPORT\"), type not in (\"TEST_REPORT\", \"SUPPLIER_LICENCE\")",
                "coldChain, !coldChain",
                "coldChain, coldChain == false",
                "!(coldChain || !coldChain)",
                "daysValid < 3, daysValid > 3",
                "daysValid < 3, daysValid >= 3",
                "daysValid > 3 && daysValid < 4",
                "daysValid == 3, daysValid != 3",
                "daysValid in (1, 2), daysValid not in (1, 2, 3)",
                "entry >= \"2022-04-08\", entry <= \"2022-04-07\"",
                "coldChain, (daysValid < 0 && daysValid > 0 || !coldChain)",
                "(coldChain || daysValid > 5), !coldChain, daysValid < 5",
                "!(daysValid != 4), daysValid != 4"
            })
    void conditionsThatNoFactCanMeetAreAWarning(String condition) {
        assertThat(warnings("PresentedDocument", "$p", condition)).containsExactly("RULE_NEVER_APPLIES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "type == \"TEST_REPORT\"",
                "type != \"TEST_REPORT\", type != \"SUPPLIER_LICENCE\"",
                "type in (\"TEST_REPORT\", \"SUPPLIER_LICENCE\"), type != \"TEST_REPORT\"",
                "coldChain, !originDiffers",
                "coldChain || !coldChain",
                "daysValid < 3 || daysValid > 3",
                "daysValid > 3 && daysValid < 5",
                "daysValid >= 3, daysValid <= 3",
                "daysValid != 3, daysValid != 4",
                "!(daysValid <= 3), !(daysValid >= 4)",
                "entry >= \"2022-04-07\", entry <= \"2022-04-07\"",
                "(coldChain || daysValid > 5), !coldChain"
            })
    void conditionsThatAFactCanMeetAreNone(String condition) {
        assertThat(warnings("PresentedDocument", "$p", condition)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "documents contains \"TEST_REPORT\", documents contains \"SUPPLIER_LICENCE\"",
                "documents contains \"TEST_REPORT\", documents not contains \"SUPPLIER_LICENCE\"",
                "documents not contains \"TEST_REPORT\", documents not contains \"SUPPLIER_LICENCE\"",
                "goodsName == \"车厘子\", origin in (\"CL\", \"PE\")"
            })
    void aSetCanHaveSeveralWords(String condition) {
        assertThat(warnings("Declaration", "$d", condition)).isEmpty();
    }

    @Test
    void aSetDoesNotHaveAWordAndNotHaveIt() {
        assertThat(warnings(
                        "Declaration",
                        "$d",
                        "documents contains \"TEST_REPORT\", documents not contains \"TEST_REPORT\""))
                .containsExactly("RULE_NEVER_APPLIES");
    }

    @Test
    void manyConditionsOnManyFieldsAreFoundOutWithoutTryingAllOfTheirValues() {
        String fields = Stream.of(
                        "coldChain", "originDiffers", "holderDiffers", "lotsMissing", "holderBlank", "numberBlank")
                .map(flag -> "(" + flag + " || !" + flag + ")")
                .collect(Collectors.joining(", "));
        String values =
                IntStream.range(0, 30).mapToObj(i -> "daysValid != " + i).collect(Collectors.joining(", "));
        assertThat(warnings("PresentedDocument", "$p", fields + ", " + values)).isEmpty();
        assertThat(warnings("PresentedDocument", "$p", fields + ", " + values + ", daysValid == 7"))
                .containsExactly("RULE_NEVER_APPLIES");
    }

    @Test
    void noConditionThatAppliesToSomeFactIsSaidToContradictItself() {
        Random random = new Random(8);
        Words words = new Words(List.of(), org.anxin.testing.TestingVocabulary.VOCABULARY.fixedWords());
        FactType<?> type =
                org.anxin.testing.TestingVocabulary.VOCABULARY.facts().get("Obligation");
        RandomFacts facts = new RandomFacts(random, words);
        RandomCondition.Maker maker = new RandomCondition.Maker(type, facts, random);
        int met = 0;
        for (int i = 0; i < 300; i++) {
            RandomCondition condition = maker.make(4);
            if (Stream.generate(() -> facts.fact(type))
                    .limit(40)
                    .anyMatch(fact -> condition.meaning().test(field -> RandomFacts.seen(type, fact, field)))) {
                met++;
                assertThat(Contradiction.in(checked(type, words, condition)))
                        .as(condition.text())
                        .isFalse();
            }
        }
        assertThat(met).isGreaterThan(200);
    }

    private static Condition checked(FactType<?> type, Words words, RandomCondition condition) {
        Mistakes mistakes = new Mistakes();
        TokenStream tokens = new TokenStream(Lexer.tokens("x.drl", condition.text() + ")", mistakes));
        Condition checked = new ConditionCheck(type, new Constants(words, mistakes), mistakes)
                .check(new ConditionReader(tokens).conditions());
        assertThat(mistakes.sorted()).isEmpty();
        return checked;
    }

    private static List<String> warnings(String fact, String name, String condition) {
        String rule = """
                package rules.admission
                rule "XX-1 x"
                    @title("x")
                    @directive("ANXIN-DEFAULTS")
                when
                    %s : %s( %s )
                then
                    findings.review( %s, "UNIT_DIFFERS" );
                end
                """.formatted(name, fact, condition, name);
        return Policy.RULEBOOK
                .read(RuleFiles.of(SHIPPED.with("admission/x.drl", rule).texts()))
                .mistakes()
                .stream()
                .map(Mistake::code)
                .toList();
    }
}
