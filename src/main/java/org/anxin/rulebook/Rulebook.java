package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.anxin.directive.Directive;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads rule files, checks every word of them, and compiles what is left to a {@link Ruleset}. */
public final class Rulebook {
    /** Most rules in a ruleset. */
    static final int MAX_RULES = 2000;

    private final List<Vocabulary> vocabularies;

    /** @param vocabularies what the rules of each feature may say */
    public Rulebook(List<Vocabulary> vocabularies) {
        this.vocabularies = List.copyOf(vocabularies);
    }

    /**
     * What became of rule files.
     *
     * @param ruleset null if there was a fatal mistake
     * @param mistakes every mistake in every file, sorted by place
     */
    public record Reading(@Nullable Ruleset ruleset, List<Mistake> mistakes) {}

    /** Reads the files; never throws for what an author wrote. */
    public Reading read(RuleFiles files) {
        List<Mistake> mistakes = new ArrayList<>(files.unreadable());
        Words words = fileOr(
                files,
                WordsFile.NAME,
                mistakes,
                new Words(List.of()),
                (text, found) -> WordsFile.read(text, kinds(), fixedWords(), found));
        Map<String, Directive> directives =
                fileOr(files, DirectivesFile.NAME, mistakes, Map.of(), DirectivesFile::read);
        RuleCheck check = new RuleCheck(words, directives, mistakes);
        files.texts().forEach((path, text) -> {
            if (path.endsWith(".drl")) {
                readRules(path, text, check, mistakes);
            }
        });
        List<CheckedRule> rules = check.rules();
        Ruleset ruleset =
                mistakes.stream().anyMatch(Mistake::fatal) ? null : compile(files, words, directives, rules, mistakes);
        mistakes.sort(Comparator.comparing(Mistake::at).thenComparing(Mistake::code));
        return new Reading(ruleset, List.copyOf(mistakes));
    }

    private static <T> T fileOr(
            RuleFiles files, String name, List<Mistake> mistakes, T none, BiFunction<String, List<Mistake>, T> read) {
        String text = files.texts().get(name);
        if (text == null) {
            mistakes.add(MistakeCode.FILE_MISSING.at(new Position(name, 1, 1), name));
            return none;
        }
        return read.apply(text, mistakes);
    }

    private Set<String> kinds() {
        return vocabularies.stream()
                .flatMap(vocabulary -> vocabulary.wordKinds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Words.Word> fixedWords() {
        return vocabularies.stream()
                .flatMap(vocabulary -> vocabulary.fixedWords().stream())
                .toList();
    }

    private void readRules(String path, String text, RuleCheck check, List<Mistake> mistakes) {
        Vocabulary vocabulary = vocabularies.stream()
                .filter(candidate -> path.startsWith(candidate.name() + "/"))
                .findFirst()
                .orElse(null);
        if (vocabulary == null) {
            String folders = vocabularies.stream().map(Vocabulary::name).collect(Collectors.joining(", "));
            mistakes.add(MistakeCode.FILE_MISPLACED.at(new Position(path, 1, 1), folders, folders));
            return;
        }
        List<RuleTree> trees = RuleReader.rules(path, text, "rules." + vocabulary.name(), mistakes);
        trees.forEach(tree -> check.add(tree, vocabulary));
        check.endOfFile();
    }

    private @Nullable Ruleset compile(
            RuleFiles files,
            Words words,
            Map<String, Directive> directives,
            List<CheckedRule> rules,
            List<Mistake> mistakes) {
        if (rules.size() > MAX_RULES) {
            mistakes.add(MistakeCode.TOO_MANY_RULES.at(rules.get(MAX_RULES).at(), MAX_RULES));
            return null;
        }
        try {
            List<CheckedRule> numbered = new ArrayList<>(rules);
            numbered.sort(Comparator.comparing(rule -> rule.rule().id()));
            return new Ruleset(files, words, directives, numbered, Engine.compile(drl(numbered)), null);
        } catch (Engine.EngineException e) {
            Bilingual detail = new Bilingual(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
            mistakes.add(MistakeCode.ENGINE_REFUSED.at(new Position(".", 1, 1), detail));
            return null;
        }
    }

    /** The DRL that Drools compiles, by the name of its vocabulary. */
    Map<String, String> drl(List<CheckedRule> numbered) {
        Map<CheckedRule, Integer> numbers = new HashMap<>();
        numbered.forEach(rule -> numbers.put(rule, numbers.size()));
        Map<String, String> drl = new TreeMap<>();
        for (Vocabulary vocabulary : vocabularies) {
            List<CheckedRule> own = numbered.stream()
                    .filter(rule -> rule.vocabulary() == vocabulary)
                    .toList();
            drl.put(vocabulary.name(), Drl.of(vocabulary, own, numbers));
        }
        return drl;
    }
}
