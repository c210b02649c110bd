package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.directive.Directive;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Checks rules one after the other, across files: names, titles, directives, conditions and consequences. */
final class RuleCheck {
    private static final Pattern NAME = Pattern.compile("([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)(?: +(.*))?");

    private final Constants constants;
    private final @Nullable Map<String, Directive> directives;
    private final Mistakes mistakes;
    private final List<CheckedRule> rules = new ArrayList<>();
    private final Map<String, Position> ids = new HashMap<>();
    private @Nullable Directive directiveOfFile;
    private int seen;

    /** @param directives null if they could not be read: that is reported, and not once more for every rule */
    RuleCheck(Words words, @Nullable Map<String, Directive> directives, Mistakes mistakes) {
        this.constants = new Constants(words, mistakes);
        this.directives = directives;
        this.mistakes = mistakes;
    }

    /** The rules without fatal mistakes, as they came. */
    List<CheckedRule> rules() {
        return rules;
    }

    /** Tells that the next rule stands in another file. */
    void endOfFile() {
        directiveOfFile = null;
    }

    /** Checks a rule; its mistakes are reported, all of them. Beyond {@link Rulebook#MAX_RULES} that is all that is said. */
    void add(RuleTree tree, Vocabulary vocabulary) {
        if (++seen <= Rulebook.MAX_RULES) {
            check(tree, vocabulary);
        } else if (seen == Rulebook.MAX_RULES + 1) {
            mistakes.add(MistakeCode.TOO_MANY_RULES.at(tree.at(), Rulebook.MAX_RULES));
        }
    }

    private void check(RuleTree tree, Vocabulary vocabulary) {
        Rule rule = rule(tree);
        FactType<?> fact = vocabulary.facts().get(tree.pattern().fact());
        if (fact == null) {
            String name = tree.pattern().fact();
            Set<String> names = vocabulary.facts().keySet();
            mistakes.add(MistakeCode.FACT_UNKNOWN
                    .at(tree.pattern().factAt(), name, Constants.choose(name, names))
                    .fixedBy(Fix.nearest(tree.pattern().factAt(), name, names)));
            return;
        }
        int before = mistakes.fatal();
        Condition condition = new ConditionCheck(fact, constants, mistakes)
                .check(tree.pattern().condition());
        if (mistakes.fatal() == before && Contradiction.in(condition)) {
            mistakes.add(MistakeCode.RULE_NEVER_APPLIES.at(tree.pattern().factAt()));
        }
        Object consequence = new ConsequenceCheck(vocabulary, constants, mistakes)
                .check(tree.verb(), tree.pattern().binding(), fact);
        if (rule != null && consequence != null) {
            rules.add(new CheckedRule(rule, tree, vocabulary, fact, condition, consequence));
        }
    }

    private @Nullable Rule rule(RuleTree tree) {
        Matcher name = NAME.matcher(tree.name());
        String id = null;
        if (!name.matches()) {
            mistakes.add(MistakeCode.RULE_ID_MALFORMED.at(tree.nameAt()));
        } else {
            id = name.group(1);
            checkUnique(id, tree);
        }
        String sentence = id == null ? null : name.group(2);
        if (id != null && (sentence == null || sentence.isBlank())) {
            mistakes.add(MistakeCode.SENTENCE_MISSING.at(tree.nameAt()));
        }
        String title = annotation(tree, "title", "", MistakeCode.TITLE_MISSING);
        Directive directive = directive(tree);
        refuseOthers(tree);
        return id == null || sentence == null || title == null || directive == null
                ? null
                : new Rule(
                        id,
                        new Bilingual(title, sentence.strip()),
                        directive,
                        tree.at().file(),
                        tree.at().line());
    }

    private void checkUnique(String id, RuleTree tree) {
        Position first = ids.putIfAbsent(id, tree.nameAt());
        if (first != null) {
            mistakes.add(MistakeCode.RULE_ID_DUPLICATE.at(tree.nameAt(), id, first.file(), first.line()));
        }
    }

    /** @param usual what is written where it is missing, for the author to go on; null where nothing is known */
    private @Nullable String annotation(RuleTree tree, String name, @Nullable String usual, MistakeCode missing) {
        boolean written = false;
        for (RuleTree.Annotation annotation : tree.annotations()) {
            written |= annotation.name().equals(name);
            if (annotation.name().equals(name) && !annotation.value().isBlank()) {
                return annotation.value();
            }
        }
        String line = "\n    @" + name + "(\"" + usual + "\")";
        mistakes.add(missing.at(tree.nameAt())
                .fixedBy(written || usual == null ? null : Fix.behindText(tree.nameAt(), tree.name(), line)));
        return null;
    }

    private @Nullable Directive directive(RuleTree tree) {
        String usual = directiveOfFile == null ? null : directiveOfFile.id();
        String id = annotation(tree, "directive", usual, MistakeCode.DIRECTIVE_MISSING);
        if (id == null || directives == null) {
            return null;
        }
        Directive directive = directives.get(id);
        RuleTree.Annotation written = tree.annotations().stream()
                .filter(annotation -> annotation.name().equals("directive")
                        && annotation.value().equals(id))
                .findFirst()
                .orElseThrow();
        if (directive == null) {
            mistakes.add(MistakeCode.DIRECTIVE_UNKNOWN
                    .at(written.valueAt(), id, Constants.choose(id, directives.keySet()))
                    .fixedBy(Fix.nearestText(written.valueAt(), id, directives.keySet())));
        } else if (directiveOfFile != null && !directiveOfFile.equals(directive)) {
            mistakes.add(MistakeCode.DIRECTIVES_MIXED.at(written.valueAt()));
        } else {
            directiveOfFile = directive;
        }
        return directive;
    }

    private void refuseOthers(RuleTree tree) {
        List<String> seen = new ArrayList<>();
        for (RuleTree.Annotation annotation : tree.annotations()) {
            boolean known =
                    annotation.name().equals("title") || annotation.name().equals("directive");
            if (!known || seen.contains(annotation.name())) {
                mistakes.add(MistakeCode.ANNOTATION_REFUSED.at(annotation.at(), annotation.name()));
            }
            seen.add(annotation.name());
        }
    }
}
