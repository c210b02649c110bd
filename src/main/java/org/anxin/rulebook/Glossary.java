package org.anxin.rulebook;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rule files of one folder may say, as lists to show: made of the fact records and of the methods
 * that authors may name, so it is never behind them.
 *
 * @param folder name of the folder
 */
public record Glossary(String folder, List<Fact> facts, List<Receiver> receivers, List<Phrase> phrases) {

    /** A kind of fact that stands after {@code when}. */
    public record Fact(String name, Bilingual meaning, List<FactField> fields) {}

    /**
     * A field of a fact.
     *
     * @param words kind of the words it is compared with, or null
     * @param comparisons that it may stand in; a yes-or-no field stands alone or with these
     */
    public record FactField(
            String name, Kind kind, @Nullable String words, List<String> comparisons, Bilingual meaning) {}

    /** What a field or an argument holds. */
    public enum Kind {
        TEXT,
        WORD,
        WORDS,
        NUMBER,
        DATE,
        YES_OR_NO,
        NAME,
        PHRASE
    }

    /**
     * What stands before the dot of verbs.
     *
     * @param facts that its verbs speak of
     */
    public record Receiver(String name, List<String> facts, List<Verb> verbs) {}

    /** A verb; its first argument, the fact, is left out. */
    public record Verb(String name, List<Argument> arguments, Bilingual meaning) {}

    /**
     * A word of a phrase.
     *
     * @param after what it follows; null for the first word of a phrase
     * @param becomes what may follow it: the words that name this in their {@code after}
     */
    public record Phrase(
            String name, @Nullable String after, String becomes, List<Argument> arguments, Bilingual meaning) {}

    /**
     * What stands between parentheses.
     *
     * @param words kind of the word, or null
     * @param least smallest number, or null
     * @param greatest largest number, or null
     * @param names the names to choose from; empty for other kinds
     */
    public record Argument(
            Kind kind,
            @Nullable String words,
            @Nullable Integer least,
            @Nullable Integer greatest,
            List<String> names) {}

    /** That of a vocabulary. */
    public static Glossary of(Vocabulary vocabulary) {
        return new Glossary(
                vocabulary.name(),
                vocabulary.facts().values().stream().map(Glossary::fact).toList(),
                vocabulary.verbs().values().stream().map(Glossary::receiver).toList(),
                phrases(vocabulary.phrases()));
    }

    private static Fact fact(FactType<?> type) {
        List<FactField> fields = new ArrayList<>();
        type.fields().forEach(field -> fields.add(field(field)));
        return new Fact(type.name(), type.meaning(), List.copyOf(fields));
    }

    private static FactField field(Field<?> field) {
        List<String> equal = List.of("==", "!=", "in", "not in");
        List<String> ordered = List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in");
        if (field instanceof Field.Word<?> word) {
            return new FactField(word.name(), Kind.WORD, word.kind(), equal, word.meaning());
        }
        if (field instanceof Field.WordSet<?> set) {
            return new FactField(
                    set.name(), Kind.WORDS, set.kind(), List.of("contains", "not contains"), set.meaning());
        }
        if (field instanceof Field.Text<?>) {
            return new FactField(field.name(), Kind.TEXT, null, equal, field.meaning());
        }
        if (field instanceof Field.Flag<?>) {
            return new FactField(field.name(), Kind.YES_OR_NO, null, List.of("==", "!="), field.meaning());
        }
        Kind kind = field instanceof Field.Day<?> ? Kind.DATE : Kind.NUMBER;
        return new FactField(field.name(), kind, null, ordered, field.meaning());
    }

    private static Receiver receiver(Vocabulary.Verbs verbs) {
        return new Receiver(
                verbs.receiver(),
                verbs.facts().stream().map(FactType::name).toList(),
                ConsequenceCheck.said(verbs.verbs(), true).stream()
                        .map(method -> new Verb(method.getName(), arguments(method), meaning(method)))
                        .toList());
    }

    /** Every word that a phrase may have, each once, in the order in which one leads to the other. */
    private static List<Phrase> phrases(@Nullable Class<?> beginnings) {
        if (beginnings == null) {
            return List.of();
        }
        List<Phrase> phrases = new ArrayList<>();
        Set<Class<?>> seen = new LinkedHashSet<>();
        Deque<Method> next = new ArrayDeque<>(ConsequenceCheck.said(beginnings, true));
        while (!next.isEmpty()) {
            Method method = next.removeFirst();
            Class<?> after = method.getDeclaringClass();
            phrases.add(new Phrase(
                    method.getName(),
                    after == beginnings ? null : after.getSimpleName(),
                    method.getReturnType().getSimpleName(),
                    arguments(method),
                    meaning(method)));
            if (seen.add(method.getReturnType())) {
                next.addAll(ConsequenceCheck.said(method.getReturnType(), false));
            }
        }
        return List.copyOf(phrases);
    }

    private static List<Argument> arguments(Method method) {
        return Arrays.stream(method.getParameters()).map(Glossary::argument).toList();
    }

    private static Argument argument(Parameter parameter) {
        Says.Between range = parameter.getAnnotation(Says.Between.class);
        Says.OneOf kind = parameter.getAnnotation(Says.OneOf.class);
        Says.Among among = parameter.getAnnotation(Says.Among.class);
        if (range != null) {
            return new Argument(Kind.NUMBER, null, range.min(), range.max(), List.of());
        }
        if (kind != null) {
            return new Argument(Kind.WORD, kind.value(), null, null, List.of());
        }
        if (among != null) {
            return new Argument(Kind.NAME, null, null, null, List.of(among.value()));
        }
        boolean day = parameter.isAnnotationPresent(Says.Day.class);
        return new Argument(day ? Kind.DATE : Kind.PHRASE, null, null, null, List.of());
    }

    private static Bilingual meaning(Method method) {
        Says says = method.getAnnotation(Says.class);
        return new Bilingual(says.zh(), says.en());
    }
}
