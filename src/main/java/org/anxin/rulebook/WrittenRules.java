package org.anxin.rulebook;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Finds where the parts of a checked rule stand in its file. */
final class WrittenRules {
    private static final Bilingual NOTHING = new Bilingual("", "");

    private final CheckedRule rule;
    private final String text;
    private final List<Token> tokens;
    private final List<WrittenRule.Constant> constants = new ArrayList<>();
    private final List<WrittenRule.Phrase> phrases = new ArrayList<>();

    private WrittenRules(CheckedRule rule, String text) {
        this.rule = rule;
        this.text = text;
        this.tokens = Lexer.tokens(rule.rule().file(), text, new Mistakes());
    }

    /** @param text of the rule's file */
    static WrittenRule of(CheckedRule rule, String text) {
        return new WrittenRules(rule, text).written();
    }

    /** Where a position is in a text, in UTF-16 units. */
    static int offset(String text, Position at) {
        int line = 0;
        for (int i = 1; i < at.line(); i++) {
            line = text.indexOf('\n', line) + 1;
        }
        return text.offsetByCodePoints(line, at.column() - 1);
    }

    private WrittenRule written() {
        RuleTree tree = rule.tree();
        addConstants(tree.pattern().condition());
        addVerb(tree.verb());
        constants.sort(Comparator.comparing(WrittenRule.Constant::at));
        Map<String, WrittenRule.Span> names = new TreeMap<>();
        names.put("", quoted(tree.nameAt(), tree.name()));
        tree.annotations()
                .forEach(annotation -> names.put(annotation.name(), quoted(annotation.valueAt(), annotation.value())));
        int end = tokens.stream()
                .filter(token ->
                        token.is("end") && token.at().compareTo(tree.verb().at()) > 0)
                .mapToInt(token -> offset(text, token.at()) + "end".length())
                .findFirst()
                .orElse(text.length());
        return new WrittenRule(
                rule.rule(), text, new WrittenRule.Span(offset(text, tree.at()), end), names, constants, phrases);
    }

    private WrittenRule.Span quoted(Position at, String value) {
        int from = offset(text, at);
        return new WrittenRule.Span(from, from + value.length() + 2);
    }

    private void addConstants(RuleTree.Condition condition) {
        if (condition instanceof RuleTree.Condition.All all) {
            all.parts().forEach(this::addConstants);
        } else if (condition instanceof RuleTree.Condition.Any any) {
            any.parts().forEach(this::addConstants);
        } else if (condition instanceof RuleTree.Condition.Not not) {
            addConstants(not.part());
        } else {
            RuleTree.Condition.Comparison comparison = (RuleTree.Condition.Comparison) condition;
            comparison.values().forEach(value -> addConstant(value, comparison));
        }
    }

    private void addConstant(RuleTree.Literal value, RuleTree.Condition.Comparison comparison) {
        Field<?> field = rule.fact().field(comparison.field());
        if (field == null) {
            return;
        }
        Bilingual sign = ConditionWords.sign(comparison.operator());
        Bilingual words =
                new Bilingual(field.meaning().zh() + sign.zh(), (field.meaning().en() + " " + sign.en()).strip());
        if (field instanceof Field.WholeNumber<?>) {
            add(WrittenRule.Kind.NUMBER, value, null, words, null);
        } else if (field instanceof Field.Day<?>) {
            add(WrittenRule.Kind.DATE, value, null, words, null);
        } else if (field instanceof Field.Word<?> word) {
            add(WrittenRule.Kind.WORD, value, word.kind(), words, null);
        } else if (field instanceof Field.WordSet<?> set) {
            add(WrittenRule.Kind.WORD, value, set.kind(), words, null);
        }
    }

    private void add(
            WrittenRule.Kind kind,
            RuleTree.Literal value,
            @Nullable String wordKind,
            Bilingual words,
            RuleTree.@Nullable Call call) {
        constants.add(new WrittenRule.Constant(
                kind,
                value.text(),
                wordKind,
                words,
                value.at(),
                call == null ? null : call.nameAt(),
                call == null ? "" : call.name()));
    }

    private void addVerb(RuleTree.Call verb) {
        Vocabulary.Verbs verbs = rule.vocabulary().verbs().get(verb.receiver());
        Method method = verbs == null
                ? null
                : method(verbs.verbs(), true, verb, verb.arguments().size() - 1);
        if (method == null) {
            return;
        }
        for (int i = 1; i < verb.arguments().size(); i++) {
            addArgument(verb.arguments().get(i), method.getParameters()[i - 1], method, null);
        }
    }

    private void addArgument(
            RuleTree.Argument argument, Parameter parameter, Method method, RuleTree.@Nullable Call call) {
        if (argument instanceof RuleTree.Phrase phrase) {
            addPhrase(phrase);
        } else if (argument instanceof RuleTree.Literal literal) {
            Says.OneOf kind = parameter.getAnnotation(Says.OneOf.class);
            if (parameter.isAnnotationPresent(Says.Between.class)) {
                add(WrittenRule.Kind.NUMBER, literal, null, said(method), call);
            } else if (parameter.isAnnotationPresent(Says.Day.class)) {
                add(WrittenRule.Kind.DATE, literal, null, said(method), call);
            } else if (kind != null) {
                add(WrittenRule.Kind.WORD, literal, kind.value(), said(method), call);
            }
        }
    }

    private void addPhrase(RuleTree.Phrase phrase) {
        Class<?> type = rule.vocabulary().phrases();
        boolean first = true;
        for (RuleTree.Call call : phrase.calls()) {
            Method method = type == null
                    ? null
                    : method(type, first, call, call.arguments().size());
            if (method == null) {
                return;
            }
            for (int i = 0; i < call.arguments().size(); i++) {
                addArgument(call.arguments().get(i), method.getParameters()[i], method, call);
            }
            int at = offset(text, call.nameAt());
            phrases.add(new WrittenRule.Phrase(call.name(), first ? at : text.lastIndexOf('.', at), closing(call)));
            type = method.getReturnType();
            first = false;
        }
    }

    /** What the word means, without the example that the vocabulary gives after a colon. */
    private static Bilingual said(Method method) {
        Says says = method.getAnnotation(Says.class);
        return says == null ? NOTHING : new Bilingual(says.zh(), says.en().replaceFirst(":.*", ""));
    }

    private static @Nullable Method method(Class<?> type, boolean beginnings, RuleTree.Call call, int given) {
        return ConsequenceCheck.said(type, beginnings).stream()
                .filter(method -> method.getName().equals(call.name()) && method.getParameterCount() == given)
                .findFirst()
                .orElse(null);
    }

    /** After the parenthesis that closes a call. */
    private int closing(RuleTree.Call call) {
        int open = 0;
        for (Token token : tokens) {
            if (token.at().compareTo(call.nameAt()) > 0) {
                open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                if (open == 0) {
                    return offset(text, token.at()) + 1;
                }
            }
        }
        return text.length();
    }
}
