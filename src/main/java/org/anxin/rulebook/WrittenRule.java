package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in its file: where each of its constants and its names are, so that one of them can be replaced and
 * everything else, comments and layout too, stays as its author wrote it. Immutable.
 */
public final class WrittenRule {
    private final Rule rule;
    private final String text;
    private final Span whole;
    private final Map<String, Span> names;
    private final List<Constant> constants;
    private final List<Phrase> phrases;

    /** What can be replaced. */
    public enum Kind {
        /** A whole number. */
        NUMBER,
        /** A day. */
        DATE,
        /** A declared word. */
        WORD
    }

    /** A piece of the file's text: from one place to before another, in UTF-16 units. */
    record Span(int from, int to) {}

    /**
     * A constant.
     *
     * @param text without quotes
     * @param wordKind which words may stand here; null unless it is one
     * @param words what it is about, for people who do not read rule files
     * @param saidBy where the word of a phrase begins that it belongs to; null in conditions
     * @param phrase the name of that word; empty in conditions
     */
    public record Constant(
            Kind kind,
            String text,
            @Nullable String wordKind,
            Bilingual words,
            Position at,
            @Nullable Position saidBy,
            String phrase) {}

    /**
     * A word that ends a phrase and may be left out, such as {@code .to("2022-04-07")}.
     *
     * @param name of the word
     * @param from where its dot stands
     * @param to after its closing parenthesis
     */
    record Phrase(String name, int from, int to) {}

    WrittenRule(
            Rule rule,
            String text,
            Span whole,
            Map<String, Span> names,
            List<Constant> constants,
            List<Phrase> phrases) {
        this.rule = rule;
        this.text = text;
        this.whole = whole;
        this.names = Map.copyOf(names);
        this.constants = List.copyOf(constants);
        this.phrases = List.copyOf(phrases);
    }

    /** Which rule it is. */
    public Rule rule() {
        return rule;
    }

    /** Its numbers, days and declared words, in the order of the text. */
    public List<Constant> constants() {
        return constants;
    }

    /** Its numbers and days, in the order of the text. */
    public List<Constant> numbers() {
        return constants.stream()
                .filter(constant -> constant.kind() != Kind.WORD)
                .toList();
    }

    /** The day that a word of its phrase names, as it is written; null if the phrase does not have the word. */
    public @Nullable String dayOf(String word) {
        return constants.stream()
                .filter(constant ->
                        constant.kind() == Kind.DATE && constant.phrase().equals(word))
                .map(Constant::text)
                .findFirst()
                .orElse(null);
    }

    /** Changes of one rule, gathered and then made at once. Not for several threads. */
    public final class Changes {
        private final List<Replacement> replacements = new ArrayList<>();

        private record Replacement(Span span, String by) {}

        private Changes() {}

        /**
         * Another constant in place of one.
         *
         * @param by without quotes
         */
        public Changes constant(Constant constant, String by) {
            if (!constant.text().equals(by)) {
                Span span = spanOf(constant);
                replace(span, constant.kind() == Kind.NUMBER ? by : '"' + by + '"');
            }
            return this;
        }

        /** A word at the end of the rule's phrase with another day; null to leave the word out. */
        public Changes day(String word, @Nullable String day) {
            Phrase there = phrases.stream()
                    .filter(phrase -> phrase.name().equals(word))
                    .findFirst()
                    .orElse(null);
            if (there == null) {
                int end = phrases.get(phrases.size() - 1).to();
                if (day != null) {
                    replace(new Span(end, end), "." + word + "(\"" + day + "\")");
                }
            } else if (day == null) {
                replace(new Span(there.from(), there.to()), "");
            } else {
                constants.stream()
                        .filter(constant -> constant.phrase().equals(word))
                        .forEach(constant -> constant(constant, day));
            }
            return this;
        }

        /** Another id and English sentence. */
        public Changes name(String id, String sentence) {
            return replace(Objects.requireNonNull(names.get("")), '"' + id + " " + sentence + '"');
        }

        /** Another text of an annotation, such as {@code title}. */
        public Changes annotation(String name, String value) {
            return replace(Objects.requireNonNull(names.get(name)), '"' + value + '"');
        }

        private Changes replace(Span span, String by) {
            replacements.add(new Replacement(span, by));
            return this;
        }

        /** The text of the file after the changes. */
        public String inFile() {
            return made(new Span(0, text.length()));
        }

        /** The text of the rule alone after the changes. */
        public String alone() {
            return made(whole);
        }

        /** Where what stood at {@code before} stands after the changes. */
        public Position moved(Position before) {
            int at = WrittenRules.offset(text, before);
            int by = replacements.stream()
                    .filter(one -> one.span().from() < at)
                    .mapToInt(one ->
                            one.by().length() - one.span().to() + one.span().from())
                    .sum();
            String changed = inFile();
            int line = changed.lastIndexOf('\n', at + by - 1) + 1;
            return new Position(
                    before.file(), before.line(), changed.codePointCount(line, Math.max(line, at + by)) + 1);
        }

        private String made(Span part) {
            StringBuilder made = new StringBuilder();
            int next = part.from();
            List<Replacement> inOrder = new ArrayList<>(replacements);
            // Of two at one place the one that was asked for first comes first: the sort is stable.
            inOrder.sort(Comparator.comparingInt(one -> one.span().from()));
            for (Replacement one : inOrder) {
                made.append(text, next, one.span().from()).append(one.by());
                next = one.span().to();
            }
            return made.append(text, next, part.to()).toString();
        }
    }

    /** Nothing is changed yet. */
    public Changes changes() {
        return new Changes();
    }

    private Span spanOf(Constant constant) {
        int from = WrittenRules.offset(text, constant.at());
        int quotes = constant.kind() == Kind.NUMBER ? 0 : 2;
        return new Span(from, from + constant.text().length() + quotes);
    }

    /** Whether days can be named at the end of its phrase: there is a phrase at all. */
    public boolean hasPhrase() {
        return !phrases.isEmpty();
    }
}
