package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anxin.policy.Policy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.RuleTexts;
import org.anxin.testing.Assignment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule file is not a program: whatever it tries is refused or has no effect, soon, and never throws. */
class HostileFilesTest {
    /** Far more than any reading needs, so that a busy machine is no failure, and far less than an attack wants. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    /** What the engine starts and sets when it is used for the first time is not the attacks' doing. */
    @BeforeAll
    static void useTheEngineOnce() {
        SHIPPED.policy();
    }

    private static final String EVIL = "org.anxin.rulebook.Canary.sing()";
    private static final String TEMPLATE = """
            package rules.testing
            {head}
            rule "{name}"
                @title("{title}")
                @directive("{directive}")
                {attribute}
            when
                {binding} : {fact}( {condition} ){more}
            then
                {then}
            end
            """;

    /** One entry of {@code hostile.yaml}. */
    record Attack(JsonNode node) {
        static Stream<Attack> all() throws IOException {
            JsonNode all = new YAMLMapper()
                    .readTree(
                            Path.of("src/test/resources/rulebook/hostile.yaml").toFile());
            return StreamSupport.stream(all.spliterator(), false).map(Attack::new);
        }

        RuleTexts texts() {
            RuleTexts texts = SHIPPED.with("testing/evil.drl", rule());
            texts = node.has("words") ? texts.with("words.yaml", part("words", "")) : texts;
            return node.has("directives") ? texts.with("directives.yaml", part("directives", "")) : texts;
        }

        private String rule() {
            String verb = "obligations.require( $a, every(3).days() );";
            return TEMPLATE.replace("{head}", part("head", ""))
                    .replace("{name}", part("name", "XX-EVIL A rule in order"))
                    .replace("{title}", part("title", "合规的规则"))
                    .replace("{directive}", part("directive", "BJ-2022-04-07"))
                    .replace("{attribute}", part("attribute", ""))
                    .replace("{binding}", part("binding", "$a"))
                    .replace("{fact}", part("fact", "Assignment"))
                    .replace("{condition}", part("condition", "marketType == \"FARMERS\""))
                    .replace("{more}", part("more", ""))
                    .replace("{then}", part("then", verb))
                    .replace("{verb}", verb);
        }

        private String part(String name, String inOrder) {
            String part = node.has(name) ? node.path(name).asText() : inOrder;
            return part.replaceAll("(?<!XX-)EVIL", EVIL)
                    .replace("CANARYFILE", Watch.DIRECTORY.resolve("direct").toString())
                    .replace("CANARYPORT", String.valueOf(Watch.port()))
                    .replace("LONG", "x".repeat(1000));
        }

        boolean harmless() {
            return node.path("harmless").asBoolean();
        }

        @Override
        public String toString() {
            return node.path("attack").asText();
        }
    }

    @ParameterizedTest
    @MethodSource("org.anxin.rulebook.HostileFilesTest$Attack#all")
    void anAttackIsRefusedOrHasNoEffect(Attack attack) {
        Watch before = Watch.now();
        Rulebook.Reading reading = read(attack.texts());
        assertThat(reading.ruleset() != null).isEqualTo(attack.harmless());
        assertThat(reading.mistakes()).extracting(Mistake::fatal).doesNotContain(attack.harmless());
        if (reading.ruleset() != null) {
            reading.ruleset().applying(new Assignment("M-1", "FARMERS", "x", "STAFF", 0, 1));
        }
        before.assertNothingDone(attack.toString());
    }

    @Test
    void theCorpusIsLarge() throws IOException {
        assertThat(Attack.all().filter(attack -> !attack.harmless())).hasSizeGreaterThan(200);
    }

    /** Cases are warnings: nothing in them keeps rules from deciding, and nothing of them may happen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "- &a [*a]",
                "- case: &n x\n  asOf: *n",
                "- !!org.anxin.rulebook.Canary {}",
                "- {case: x, asOf: 2022-04-05, person: !!org.anxin.rulebook.Canary {}, expect: {}}",
                "- {case: x, asOf: 2022-04-05, person: {id: '<script>'}, expect: {}}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "- {case: x, asOf: 2022-04-05, evil: 1, expect: {}}",
                "- {<<: {case: x}, asOf: 2022-04-05, expect: {}}",
                "--- []\n--- []",
                "\0",
                "case: x"
            })
    void aHostileCaseIsAWarningAndHasNoEffect(String cases) {
        PolicyCheck.of(RuleFiles.of(SHIPPED.texts()));
        Watch before = Watch.now();
        PolicyCheck.Result result = assertTimeout(
                SOON,
                () -> PolicyCheck.of(RuleFiles.of(SHIPPED.with("testing/evil.drl", "package rules.testing\n")
                        .with("testing/evil.cases.yaml", cases)
                        .texts())));
        assertThat(result.policy()).isNotNull();
        assertThat(result.mistakes()).extracting(Mistake::code).containsOnly("CASE_UNREADABLE");
        before.assertNothingDone(cases);
    }

    @Test
    void theRuleThatAttacksChangeIsItselfInOrder() throws IOException {
        Rulebook.Reading reading = read(new Attack(new YAMLMapper().readTree("{}")).texts());
        assertThat(reading.mistakes()).isEmpty();
        Ruleset ruleset = Objects.requireNonNull(reading.ruleset());
        assertThat(ruleset.rules()).extracting(Rule::id).contains("XX-EVIL");
    }

    @Test
    void theCanaryCanBeHeard() {
        Watch before = Watch.now();
        assertThat(Canary.sing()).isTrue();
        Watch after = Watch.now();
        assertThat(after.songs()).isEqualTo(before.songs() + 1);
        assertThat(after.files()).hasSize(before.files().size() + 1);
        assertThat(after.properties()).isNotEqualTo(before.properties());
        assertThat(before.threads()).doesNotContainSequence(after.threads());
        assertThat(Watch.connected()).isTrue();
    }

    static Stream<Arguments> floods() {
        return Stream.of(
                arguments("500 parentheses", "TOO_DEEP", condition("(".repeat(500) + "coldChain" + ")".repeat(500))),
                arguments("500 negations", "TOO_DEEP", condition("!".repeat(500) + "coldChain")),
                arguments("20,000 parentheses", "TOO_DEEP", condition("(".repeat(20_000))),
                arguments("20,000 conditions", "RULE_TOO_LONG", condition("coldChain, ".repeat(20_000) + "coldChain")),
                arguments("10,000 words in a list", "RULE_TOO_LONG", condition(list(10_000))),
                arguments("500 phrases within each other", "TOO_DEEP", verb("every(".repeat(500))),
                arguments("3,000 excepted days", "PHRASE_TOO_LONG", verb("every(1).days()" + excepted(3_000))),
                arguments(
                        "100,000 characters of nothing",
                        "MORE_MISTAKES",
                        "package rules.admission" + "#".repeat(100_000)),
                arguments("20,000 unfinished rules", "MORE_MISTAKES", "rule \"x\"\n".repeat(20_000)),
                arguments("200,000 quotes", "UNEXPECTED", "package rules.admission\nrule" + "\"".repeat(200_000)),
                arguments("200,000 line ends", "PACKAGE_WRONG", "\n".repeat(200_000)),
                arguments("a name of 200,000 letters", "PACKAGE_WRONG", "x".repeat(200_000)),
                arguments(
                        "a text of 200,000 letters",
                        "TEXT_TOO_LONG",
                        "package rules.admission\nrule \"" + "x".repeat(200_000)),
                arguments("10 MB", "FILE_TOO_LARGE", "x".repeat(10_000_000)));
    }

    private static String condition(String condition) {
        return "package rules.admission\nrule \"XX-1 x\"\nwhen\n  $d : Declaration( " + condition;
    }

    private static String verb(String phrase) {
        return condition(") then findings.reject( $d, " + phrase);
    }

    private static String list(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> "\"M" + i + "\"")
                .collect(Collectors.joining(",", "marketId in (", ")"));
    }

    private static String excepted(int days) {
        return ".except(\"2022-04-05\")".repeat(days);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void aFloodIsRefusedSoon(String flood, String code, String text) {
        Rulebook.Reading reading = read(SHIPPED.with("admission/flood.drl", text));
        assertThat(reading.ruleset()).isNull();
        assertThat(reading.mistakes()).extracting(Mistake::code).contains(code);
        assertThat(reading.mistakes()).hasSizeLessThanOrEqualTo(101);
        assertThat(reading.mistakes())
                .extracting(Mistake::text)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
    }

    @Test
    void moreThanTwoThousandRulesAreRefused() {
        RuleTexts texts = SHIPPED;
        for (int file = 0; file < 3; file++) {
            StringBuilder rules = new StringBuilder("package rules.testing\n");
            for (int i = 0; i < 667; i++) {
                rules.append("rule \"XX-%d%03d x\" @title(\"x\") @directive(\"BJ-2022-04-07\") when\n"
                                .formatted(file, i))
                        .append("$p : Person( status == \"EXEMPT\" ) then actions.warn( $p ); end\n");
            }
            texts = texts.with("testing/flood-" + file + ".drl", rules.toString());
        }
        assertThat(read(texts).mistakes()).extracting(Mistake::code).containsExactly("TOO_MANY_RULES");
    }

    @Test
    void moreThanFourMegabytesOrAThousandFilesAreRefused() {
        RuleTexts texts = SHIPPED;
        for (int file = 0; file < 17; file++) {
            texts = texts.with("testing/flood-" + file + ".cases.yaml", "#".repeat(RuleFiles.MAX_FILE_BYTES));
        }
        assertThat(read(texts).mistakes()).extracting(Mistake::code).containsExactly("DIRECTORY_TOO_LARGE");
        RuleTexts files = SHIPPED;
        for (int file = 0; file < RuleFiles.MAX_FILES; file++) {
            files = files.with("testing/" + file + ".cases.yaml", "");
        }
        assertThat(read(files).mistakes()).extracting(Mistake::code).contains("TOO_MANY_FILES");
    }

    @Test
    void moreThanTwoHundredWordsOfAKindAreRefused() {
        assertThat(read(SHIPPED.replacing("words.yaml", "category:\n", "category:\n" + words(198)))
                        .mistakes())
                .extracting(Mistake::code)
                .containsExactly("TOO_MANY_WORDS");
    }

    /** What a ruleset works out in advance grows with the combinations of its words, and must not grow without end. */
    @Test
    void asManyWordsAsAllowedAllOfThemNamedAreReadySoon() {
        StringBuilder rules = new StringBuilder("package rules.testing\n");
        for (int i = 0; i < 190; i++) {
            rules.append("rule \"XX-A%03d x\" @title(\"x\") @directive(\"BJ-2022-04-07\") when\n".formatted(i))
                    .append("$a : Assignment( category == \"W%d\", marketType != \"W%d\" ) ".formatted(i, i))
                    .append("then obligations.require( $a, every(3).days() ); end\n")
                    .append("rule \"XX-S%03d x\" @title(\"x\") @directive(\"BJ-2022-04-07\") when\n".formatted(i))
                    .append("$s : Sample( result == \"W%d\", daysAgo <= %d ) ".formatted(i, 5_000 * i))
                    .append("then samples.count( $s ); end\n");
        }
        RuleTexts texts = SHIPPED.with("testing/flood.drl", rules.toString());
        for (String kind : new String[] {"category:\n", "marketType:\n", "result:\n"}) {
            texts = texts.replacing("words.yaml", kind, kind + words(190));
        }
        // These rules look back further than personal data may be kept.
        Map<String, String> all = new TreeMap<>(texts.texts());
        all.remove("retention.yaml");
        RuleFiles files = RuleFiles.of(all);
        PolicyCheck.Result result = assertTimeout(SOON.multipliedBy(6), () -> PolicyCheck.of(files));
        assertThat(result.policy()).isNotNull();
    }

    private static String words(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "  - {code: W%d, zh: x, en: x}\n".formatted(i))
                .collect(Collectors.joining());
    }

    private static Rulebook.Reading read(RuleTexts texts) {
        return assertTimeout(SOON, () -> Policy.RULEBOOK.read(RuleFiles.of(texts.texts())));
    }
}
