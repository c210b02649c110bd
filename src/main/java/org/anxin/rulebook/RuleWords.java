package org.anxin.rulebook;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A rule in words, for people who do not read rule files.
 *
 * @param fact what it looks at
 * @param concerns to which of these it applies
 * @param says what its verb lays down, with the words that the author gave it
 */
public record RuleWords(Bilingual fact, Bilingual concerns, Bilingual says) {

    static RuleWords of(CheckedRule rule, Words words) {
        return new RuleWords(rule.fact().meaning(), new ConditionWords(words).of(rule.condition()), said(rule, words));
    }

    private static Bilingual said(CheckedRule rule, Words words) {
        RuleTree.Call verb = rule.tree().verb();
        Vocabulary.Verbs verbs = rule.vocabulary().verbs().get(verb.receiver());
        int given = verb.arguments().size() - 1;
        for (Method method : verbs == null ? List.<Method>of() : ConsequenceCheck.said(verbs.verbs(), true)) {
            if (method.getName().equals(verb.name()) && method.getParameterCount() == given) {
                return said(method, verb, words);
            }
        }
        return new Bilingual(verb.name(), verb.name());
    }

    private static Bilingual said(Method method, RuleTree.Call verb, Words words) {
        Says says = method.getAnnotation(Says.class);
        List<Bilingual> named = IntStream.range(0, method.getParameterCount())
                .mapToObj(
                        i -> name(method.getParameters()[i].getAnnotation(Says.OneOf.class), argument(verb, i), words))
                .filter(name -> !name.zh().isEmpty())
                .toList();
        if (named.isEmpty()) {
            return new Bilingual(says.zh(), says.en());
        }
        return new Bilingual(
                says.zh() + "：" + named.stream().map(Bilingual::zh).collect(Collectors.joining("、")),
                says.en() + ": " + named.stream().map(Bilingual::en).collect(Collectors.joining(", ")));
    }

    /** The first argument is the fact itself. */
    private static RuleTree.Argument argument(RuleTree.Call verb, int parameter) {
        return verb.arguments().get(parameter + 1);
    }

    private static Bilingual name(Says.@Nullable OneOf kind, RuleTree.Argument argument, Words words) {
        Words.Word word = kind != null && argument instanceof RuleTree.Literal literal
                ? words.find(kind.value(), literal.text())
                : null;
        return word == null ? new Bilingual("", "") : word.name();
    }
}
