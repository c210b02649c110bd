package org.anxin.pages;

import java.util.List;
import java.util.Objects;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows that tries a change of a rule on somebody.
 *
 * @param choices rules that can be tried, by file
 * @param tried the rule; null while none is chosen
 * @param isPasted whether facts are pasted, or else a stored person is meant
 * @param day as it was written
 * @param person id as it was written
 * @param facts as they were written
 * @param asOf the day decided for, as an epoch day
 * @param mistakes why the change, the day or the facts cannot be tried
 * @param compared the decisions
 * @param notice why there are none; null if there are some
 * @param more how many of the pasted facts are left out
 */
public record WhatIfPage(
        List<Choices> choices,
        @Nullable Tried tried,
        boolean isPasted,
        String day,
        String person,
        String facts,
        int asOf,
        List<Wrong> mistakes,
        List<Comparison> compared,
        @Nullable Bilingual notice,
        int more) {

    /** Whether this rule is the one that is tried. */
    public boolean isTrying(String rule) {
        return tried != null && tried.id().equals(rule);
    }

    /** Mistakes of a field. */
    public List<Wrong> wrong(String field) {
        return mistakes.stream().filter(one -> field.equals(one.field())).toList();
    }

    /** The rule and its numbers in an address, with the other kind of facts. */
    public String otherFacts() {
        Address address = Address.of(WhatIfReading.PATH)
                .with("rule", tried == null ? null : tried.id())
                .with("day", day.isEmpty() ? null : day)
                .with("with", isPasted ? null : "facts");
        if (tried != null) {
            for (TriedNumber number : tried.numbers()) {
                address = address.with(number.name(), number.isChanged() ? number.text() : null);
            }
        }
        return address.toString();
    }

    /** Rules of a file. */
    public record Choices(String file, List<RulesPage.Card> rules) {}

    /**
     * The rule, as it stands and with the change.
     *
     * @param after null if it cannot be changed so
     * @param lines those of its text in which numbers stand
     * @param change address of the form that makes the change for real
     */
    public record Tried(RulesPage.Card before, RulesPage.@Nullable Card after, List<Line> lines, String change) {

        /** Of the rule. */
        public String id() {
            return before.id();
        }

        /** Its numbers, in the order of the text. */
        public List<TriedNumber> numbers() {
            return lines.stream()
                    .flatMap(line -> line.parts().stream())
                    .map(Part::number)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** Whether another number was written. */
        public boolean isChanged() {
            return numbers().stream().anyMatch(TriedNumber::isChanged);
        }
    }

    /** A line of the rule. */
    public record Line(List<Part> parts) {
        /** Whether the field of this name is in it. */
        public boolean has(String name) {
            return parts.stream()
                    .map(Part::number)
                    .anyMatch(number -> number != null && number.name().equals(name));
        }
    }

    /**
     * A part of a line: text of the rule, or a number.
     *
     * @param number null for text
     */
    public record Part(String text, @Nullable TriedNumber number) {}

    /**
     * A number or day of the rule, and what is tried in its place.
     *
     * @param name of its field
     * @param isDay whether it is a day
     * @param around what it is about
     * @param was as the rule has it
     * @param text as it is tried
     */
    public record TriedNumber(String name, boolean isDay, Bilingual around, String was, String text) {
        /** Whether another one is tried. */
        public boolean isChanged() {
            return !was.equals(text);
        }
    }

    /**
     * A mistake.
     *
     * @param field at which it is said; null for those of no field
     * @param place in pasted facts: where; null for others
     * @param code its page tells more; null if it has none
     * @param remedy null where the text says it
     */
    public record Wrong(
            @Nullable String field,
            @Nullable Bilingual place,
            @Nullable String code,
            Bilingual text,
            @Nullable Bilingual remedy) {}
}
