package org.anxin.rulebook;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.anxin.text.Bilingual;
import org.anxin.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Checks the verb of one rule and works out what it lays down. Only methods annotated {@link Says} can be named; which
 * word may follow another is decided by what the one before returned, so an unfinished phrase fits nowhere.
 */
final class ConsequenceCheck {
    private final Vocabulary vocabulary;
    private final Constants constants;
    private final Mistakes mistakes;

    ConsequenceCheck(Vocabulary vocabulary, Constants constants, Mistakes mistakes) {
        this.vocabulary = vocabulary;
        this.constants = constants;
        this.mistakes = mistakes;
    }

    /** What the verb returned, or null and a mistake. */
    @Nullable
    Object check(RuleTree.Call verb, String binding, FactType<?> fact) {
        Vocabulary.Verbs verbs = vocabulary.verbs().get(verb.receiver());
        if (verbs == null) {
            Set<String> receivers = vocabulary.verbs().keySet();
            mistakes.add(MistakeCode.VERB_UNKNOWN
                    .at(verb.at(), verb.receiver(), Constants.choose(verb.receiver(), receivers))
                    .fixedBy(Fix.nearest(verb.at(), verb.receiver(), receivers)));
            return null;
        }
        if (!verbs.facts().contains(fact)) {
            mistakes.add(MistakeCode.VERB_UNKNOWN.at(verb.at(), verb.receiver(), verbsFor(fact)));
            return null;
        }
        if (!bound(verb, binding)) {
            return null;
        }
        List<RuleTree.Argument> rest =
                verb.arguments().subList(1, verb.arguments().size());
        return call(null, verbs.verbs(), verb, rest, 1, MistakeCode.VERB_UNKNOWN);
    }

    private boolean bound(RuleTree.Call verb, String binding) {
        RuleTree.Argument first =
                verb.arguments().isEmpty() ? null : verb.arguments().get(0);
        if (first instanceof RuleTree.Binding named && named.name().equals(binding)) {
            return true;
        }
        Position at = first == null ? verb.nameAt() : first.at();
        String written = first instanceof RuleTree.Binding named ? named.name() : verb.name() + "( )";
        mistakes.add(MistakeCode.BINDING_UNKNOWN
                .at(at, written, verb.receiver() + "." + verb.name() + "( " + binding + " … )")
                .fixedBy(first instanceof RuleTree.Binding named ? Fix.replacing(at, named.name(), binding) : null));
        return false;
    }

    private Bilingual verbsFor(FactType<?> fact) {
        List<String> receivers = vocabulary.verbs().values().stream()
                .filter(verbs -> verbs.facts().contains(fact))
                .map(Vocabulary.Verbs::receiver)
                .toList();
        return Constants.choose("", receivers);
    }

    /** @param given arguments that stand before {@code arguments} and are not passed on, counted for messages */
    private @Nullable Object call(
            @Nullable Object target,
            Class<?> type,
            RuleTree.Call call,
            List<RuleTree.Argument> arguments,
            int given,
            MistakeCode unknown) {
        List<Method> named = said(type, target == null).stream()
                .filter(method -> method.getName().equals(call.name()))
                .toList();
        if (named.isEmpty()) {
            List<String> names = said(type, target == null).stream()
                    .map(Method::getName)
                    .distinct()
                    .toList();
            mistakes.add(unknown.at(call.nameAt(), call.name(), Constants.choose(call.name(), names))
                    .fixedBy(Fix.nearest(call.nameAt(), call.name(), names)));
            return null;
        }
        for (Method method : named) {
            if (method.getParameterCount() == arguments.size()) {
                return invoke(method, target, call, arguments);
            }
        }
        String counts = named.stream()
                .map(method -> String.valueOf(method.getParameterCount() + given))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" / "));
        mistakes.add(MistakeCode.ARGUMENTS_UNFIT.at(call.nameAt(), call.name(), counts));
        return null;
    }

    private @Nullable Object invoke(
            Method method, @Nullable Object target, RuleTree.Call call, List<RuleTree.Argument> arguments) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Object value = argument(arguments.get(i), method.getParameters()[i]);
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() < arguments.size()) {
            return null;
        }
        try {
            method.setAccessible(true);
            return Objects.requireNonNull(method.invoke(target, values.toArray()), method::toString);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof PhraseException phrase) {
                mistakes.add(phrase.at(call.nameAt()));
                return null;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object argument(RuleTree.Argument argument, Parameter parameter) {
        Says.Between range = parameter.getAnnotation(Says.Between.class);
        Says.OneOf kind = parameter.getAnnotation(Says.OneOf.class);
        Says.Among among = parameter.getAnnotation(Says.Among.class);
        if (argument instanceof RuleTree.Literal literal) {
            if (range != null) {
                return constants.number(literal, range.min(), range.max());
            }
            if (has(parameter, Says.Day.class)) {
                return constants.day(literal);
            }
            if (kind != null) {
                return constants.word(literal, kind.value());
            }
            if (among != null && Arrays.asList(among.value()).contains(literal.text())) {
                return literal.text();
            }
        } else if (argument instanceof RuleTree.Phrase phrase && plain(range, kind, among, parameter)) {
            return phrase(phrase, parameter.getType());
        }
        Fix fix = among != null && argument instanceof RuleTree.Literal literal
                ? Fix.replacing(literal, Nearest.to(literal.text(), Arrays.asList(among.value())))
                : null;
        mistakes.add(MistakeCode.VALUE_UNFIT
                .at(argument.at(), expected(parameter), remedy(argument, parameter))
                .fixedBy(fix));
        return null;
    }

    private static boolean plain(
            Says.@Nullable Between range, Says.@Nullable OneOf kind, Says.@Nullable Among among, Parameter parameter) {
        return range == null && kind == null && among == null && !has(parameter, Says.Day.class);
    }

    private @Nullable Object phrase(RuleTree.Phrase phrase, Class<?> wanted) {
        Class<?> beginnings = vocabulary.phrases();
        Object value = null;
        for (RuleTree.Call word : phrase.calls()) {
            Class<?> type = value == null ? beginnings : value.getClass();
            if (type == null) {
                mistakes.add(
                        MistakeCode.PHRASE_UNKNOWN.at(word.nameAt(), word.name(), new Bilingual("删去它。", "Remove it.")));
                return null;
            }
            value = call(value, type, word, word.arguments(), 0, MistakeCode.PHRASE_UNKNOWN);
            if (value == null) {
                return null;
            }
        }
        if (!wanted.isInstance(value)) {
            mistakes.add(MistakeCode.PHRASE_UNFINISHED.at(
                    phrase.calls().get(phrase.calls().size() - 1).nameAt(), next(value)));
            return null;
        }
        return value;
    }

    private static String next(@Nullable Object value) {
        return value == null
                ? ""
                : said(value.getClass(), false).stream()
                        .map(method -> "." + method.getName() + "(…)")
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" / "));
    }

    private Bilingual expected(Parameter parameter) {
        Says.OneOf kind = parameter.getAnnotation(Says.OneOf.class);
        if (kind != null) {
            return new Bilingual(kind.value() + " 的词语", "a word for " + kind.value());
        }
        if (has(parameter, Says.Day.class)) {
            return new Bilingual("日期", "a date");
        }
        if (has(parameter, Says.Between.class)) {
            return new Bilingual("整数", "a whole number");
        }
        return has(parameter, Says.Among.class)
                ? new Bilingual("已知的名称", "a known name")
                : new Bilingual("短语", "a phrase");
    }

    private Bilingual remedy(RuleTree.Argument argument, Parameter parameter) {
        Says.Among among = parameter.getAnnotation(Says.Among.class);
        if (among != null) {
            String typed = argument instanceof RuleTree.Literal literal ? literal.text() : "";
            return Constants.choose(typed, Arrays.asList(among.value()));
        }
        Class<?> beginnings = vocabulary.phrases();
        if (!has(parameter, Says.OneOf.class)
                && !has(parameter, Says.Day.class)
                && !has(parameter, Says.Between.class)
                && beginnings != null) {
            List<String> names = said(beginnings, true).stream()
                    .map(method -> method.getName() + "(…)")
                    .toList();
            return Constants.choose("", names);
        }
        return new Bilingual("改为常量。", "Write a constant.");
    }

    private static boolean has(Parameter parameter, Class<? extends Annotation> annotation) {
        return parameter.isAnnotationPresent(annotation);
    }

    /** The methods of {@code type} that authors may name, in an order that does not depend on the JVM. */
    static List<Method> said(Class<?> type, boolean beginnings) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Says.class))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == beginnings)
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
                .toList();
    }
}
