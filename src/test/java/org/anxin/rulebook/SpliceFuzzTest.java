package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;

/** Tokens of rule files put together at random: never an exception, and nothing accepted that is not in the vocabulary. */
class SpliceFuzzTest {
    private static final long SEED = 20220407;
    private static final int SPLICES = 2500;
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    /** What is strewn in: words of DRL and Java, and words of ours where they do not belong. */
    private static final List<String> STRANGE = List.of(
            "eval",
            "from",
            "not",
            "exists",
            "or",
            "and",
            "this",
            "new",
            "null",
            "import",
            "function",
            "salience",
            "modify",
            "getClass",
            "System",
            "drools",
            "kcontext",
            "applied",
            "rule",
            "when",
            "then",
            "end",
            "package",
            "true",
            "$a",
            "toString",
            "class",
            "(",
            ")",
            ",",
            ";",
            ".",
            "!",
            "==",
            "&&",
            "||",
            "@",
            ":",
            "<",
            "-1",
            "0",
            "99999999999",
            "\"\"",
            "\"x\"",
            "\"2022-02-30\"",
            "in",
            "contains",
            "\\",
            "{",
            "}",
            "[",
            "#",
            "+",
            "/*",
            "//",
            "\u202E");

    private final Random random = new Random(SEED);
    private final List<String> pool = new ArrayList<>(STRANGE);

    @Test
    void everySpliceHasMistakesOrIsARulesetOfTheVocabulary() {
        List<Map.Entry<String, List<String>>> rules = shippedRules();
        rules.forEach(rule -> pool.addAll(rule.getValue()));
        int accepted = 0;
        for (int i = 0; i < SPLICES; i++) {
            Map.Entry<String, List<String>> rule = pick(rules);
            String text = splice(rule.getValue());
            Rulebook.Reading reading = Policy.RULEBOOK.read(RuleFiles.of(alone(rule.getKey(), text)));
            boolean refused = reading.mistakes().stream().anyMatch(Mistake::fatal);
            assertThat(reading.ruleset() == null)
                    .as("seed %d, splice %d:%n%s", SEED, i, text)
                    .isEqualTo(refused);
            if (reading.ruleset() != null) {
                accepted++;
                assertInVocabulary(rule.getKey(), text);
                // With its package line, which a semicolon in front of the rule belongs to.
                EmittedShape.assertDroolsReads("package rules." + rule.getKey() + "\n" + text);
                EmittedShape.assertKept(reading.ruleset());
            }
        }
        assertThat(accepted).isBetween(SPLICES / 100, SPLICES / 2);
    }

    /** The tokens of each shipped rule, by its folder. */
    private static List<Map.Entry<String, List<String>>> shippedRules() {
        List<Map.Entry<String, List<String>>> rules = new ArrayList<>();
        SHIPPED.texts().forEach((path, text) -> {
            String[] parts = text.split("(?m)^(?=rule )");
            for (int i = 1; i < parts.length; i++) {
                rules.add(Map.entry(path.substring(0, path.indexOf('/')), tokens(path, parts[i])));
            }
        });
        return rules;
    }

    private static List<String> tokens(String path, String text) {
        return Lexer.tokens(path, text, new Mistakes()).stream()
                .filter(token -> !token.is(Token.Kind.END_OF_FILE))
                .map(token -> token.is(Token.Kind.TEXT) ? '"' + token.text() + '"' : token.text())
                .toList();
    }

    private String splice(List<String> tokens) {
        List<String> spliced = new ArrayList<>(tokens);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(spliced.size());
            switch (random.nextInt(4)) {
                case 0 -> spliced.remove(at);
                case 1 -> spliced.add(at, pick(pool));
                case 2 -> spliced.set(at, pick(pool));
                default ->
                    spliced.addAll(
                            at,
                            spliced.subList(at, Math.min(spliced.size(), at + random.nextInt(6))).stream()
                                    .toList());
            }
        }
        return String.join(" ", spliced);
    }

    private static Map<String, String> alone(String folder, String rule) {
        Map<String, String> texts = new TreeMap<>(SHIPPED.texts());
        texts.keySet().removeIf(path -> path.contains("/"));
        texts.put(folder + "/x.drl", "package rules." + folder + "\n" + rule);
        return texts;
    }

    private static void assertInVocabulary(String folder, String text) {
        Vocabulary vocabulary = Policy.VOCABULARIES.stream()
                .filter(one -> one.name().equals(folder))
                .findFirst()
                .orElseThrow();
        Set<String> words = new HashSet<>(Set.of("rule", "title", "directive", "when", "then", "end"));
        words.addAll(Set.of("in", "not", "contains", "true", "false"));
        vocabulary.facts().values().forEach(fact -> {
            words.add(fact.name());
            fact.fields().forEach(field -> words.add(field.name()));
        });
        vocabulary.verbs().values().forEach(verbs -> {
            words.add(verbs.receiver());
            said(verbs.verbs()).forEach(words::add);
        });
        Stream.ofNullable(vocabulary.phrases())
                .flatMap(phrases -> Stream.concat(Stream.of(phrases), Stream.of(phrases.getDeclaredClasses())))
                .forEach(type -> said(type).forEach(words::add));
        words.addAll(Set.of("from", "to", "except"));
        List<String> strange = Lexer.tokens("x.drl", text, new Mistakes()).stream()
                .filter(token -> token.is(Token.Kind.WORD) && !token.text().startsWith("$"))
                .map(Token::text)
                .filter(word -> !words.contains(word))
                .collect(Collectors.toList());
        assertThat(strange).as(text).isEmpty();
    }

    private static Stream<String> said(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Says.class))
                .map(java.lang.reflect.Method::getName);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
