package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anxin.directive.Directive;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads rule files, checks every word of them, and compiles what is left to a {@link Ruleset}. */
public final class Rulebook {
    /** Most rules in a ruleset. */
    static final int MAX_RULES = 2000;

    private static final Pattern OTHER_FILES =
            Pattern.compile("words\\.yaml|directives\\.yaml|retention\\.yaml|.*\\.cases\\.yaml");

    private static final String RULES = ".drl";
    private static final String CASES = ".cases.yaml";

    private final List<Vocabulary> vocabularies;
    private final Bounds bounds;

    /** @param vocabularies what the rules of each feature may say */
    public Rulebook(List<Vocabulary> vocabularies) {
        this(vocabularies, Bounds.OF_FIRINGS);
    }

    /**
     * @param vocabularies what the rules of each feature may say
     * @param bounds what one question to the compiled rules may cost
     */
    public Rulebook(List<Vocabulary> vocabularies, Bounds bounds) {
        this.vocabularies = List.copyOf(vocabularies);
        this.bounds = bounds;
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
        Mistakes mistakes = new Mistakes();
        mistakes.addAll(files.unread());
        Words words = words(files, mistakes);
        Map<String, Directive> directives = directives(files, mistakes);
        RuleCheck check = new RuleCheck(words, directives, mistakes);
        files.texts().forEach((path, text) -> {
            if (path.endsWith(RULES)) {
                readRules(path, text, check, mistakes);
            } else if (!OTHER_FILES.matcher(path).matches()) {
                mistakes.add(MistakeCode.FILE_IGNORED.at(new Position(path, 1, 1)));
            }
        });
        casesWithoutRules(files, mistakes);
        String retention = files.texts().get(RetentionFile.NAME);
        if (retention != null && directives != null) {
            RetentionFile.read(retention, directives, mistakes);
        }
        Ruleset ruleset = mistakes.fatal() == 0 && directives != null
                ? compile(files, words, directives, check.rules(), mistakes)
                : null;
        return new Reading(ruleset, mistakes.sorted());
    }

    private Words words(RuleFiles files, Mistakes mistakes) {
        String text = present(files, WordsFile.NAME, mistakes);
        return text == null
                ? new Words(List.of(), fixedWords())
                : WordsFile.read(text, kinds(), optionalKinds(), fixedWords(), mistakes);
    }

    private static @Nullable Map<String, Directive> directives(RuleFiles files, Mistakes mistakes) {
        String text = present(files, DirectivesFile.NAME, mistakes);
        return text == null ? null : DirectivesFile.read(text, mistakes);
    }

    /** The text of a file that must be there. Where files could not be read it may be one of them, reported already. */
    private static @Nullable String present(RuleFiles files, String name, Mistakes mistakes) {
        String text = files.texts().get(name);
        if (text == null && files.unread().stream().noneMatch(Mistake::fatal)) {
            mistakes.add(MistakeCode.FILE_MISSING.at(new Position(name, 1, 1), name));
        }
        return text;
    }

    /** Rules that vanished by a slip or a failing disk would clear people; whoever means it removes their cases too. */
    private static void casesWithoutRules(RuleFiles files, Mistakes mistakes) {
        if (files.unread().stream().anyMatch(Mistake::fatal)) {
            return;
        }
        Set<String> paths = files.texts().keySet();
        for (String path : paths) {
            if (path.endsWith(CASES) && !paths.contains(path.replace(CASES, RULES))) {
                mistakes.add(MistakeCode.RULES_GONE.at(new Position(path, 1, 1), path));
            }
        }
    }

    private Set<String> kinds() {
        return vocabularies.stream()
                .flatMap(vocabulary -> vocabulary.wordKinds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> optionalKinds() {
        return vocabularies.stream()
                .flatMap(vocabulary -> vocabulary.optionalWordKinds().stream())
                .collect(Collectors.toSet());
    }

    private List<Words.Word> fixedWords() {
        return vocabularies.stream()
                .flatMap(vocabulary -> vocabulary.fixedWords().stream())
                .toList();
    }

    private void readRules(String path, String text, RuleCheck check, Mistakes mistakes) {
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
            Mistakes mistakes) {
        try {
            List<CheckedRule> numbered = new ArrayList<>(rules);
            numbered.sort(Comparator.comparing(rule -> rule.rule().id()));
            return new Ruleset(files, words, directives, numbered, Engine.compile(drl(numbered), bounds), null);
        } catch (EngineException e) {
            Bilingual detail = new Bilingual(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
            mistakes.add(MistakeCode.ENGINE_REFUSED.at(new Position(".", 1, 1), detail));
            return null;
        }
    }

    /** The DRL that Drools compiles, by the name of its vocabulary. */
    Map<String, String> drl(List<CheckedRule> numbered) {
        IdentityHashMap<CheckedRule, Integer> numbers = new IdentityHashMap<>();
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
