package org.anxin.rulebook;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.anxin.text.Bilingual;
import org.anxin.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The declared words of a ruleset ({@code words.yaml}, SPEC section 8), by kind and code. Immutable. */
public final class Words {

    /**
     * @param kind what it is a word for, for example {@code category}
     * @param code what rules and requests say, for example {@code STAFF}
     * @param name what people read
     * @param listsLots whether documents of this type list lots; false for other kinds
     */
    public record Word(String kind, String code, Bilingual name, boolean listsLots) {}

    private final Map<String, Map<String, Word>> byKind;

    /** @param kinds that are declared, some perhaps without a word */
    Words(Collection<String> kinds, Collection<Word> words) {
        byKind = new LinkedHashMap<>();
        kinds.forEach(kind -> byKind.put(kind, new LinkedHashMap<>()));
        for (Word word : words) {
            byKind.computeIfAbsent(word.kind(), kind -> new LinkedHashMap<>()).put(word.code(), word);
        }
    }

    /** Whether there is this kind of word at all. */
    boolean declares(String kind) {
        return byKind.containsKey(kind);
    }

    /** The word, or null if {@code code} is not declared for {@code kind}. */
    public @Nullable Word find(String kind, String code) {
        return byKind.getOrDefault(kind, Map.of()).get(code);
    }

    /** The declared code equal to {@code code}, always the same instance, or null if it is not declared. */
    public @Nullable String canonical(String kind, String code) {
        Word word = find(kind, code);
        return word == null ? null : word.code();
    }

    /**
     * What people read for a declared word.
     *
     * @throws IllegalArgumentException if it is not declared
     */
    public Bilingual name(String kind, String code) {
        Word word = find(kind, code);
        if (word == null) {
            throw new IllegalArgumentException("no word of kind " + kind + " has this code");
        }
        return word.name();
    }

    /** The kinds of words there are. */
    public Set<String> kinds() {
        return Collections.unmodifiableSet(byKind.keySet());
    }

    /** All declared codes of {@code kind}, in the order of the file. */
    public Set<String> codes(String kind) {
        return Collections.unmodifiableSet(byKind.getOrDefault(kind, Map.of()).keySet());
    }

    /** All declared words of {@code kind}, in the order of the file. */
    public Collection<Word> all(String kind) {
        return Collections.unmodifiableCollection(
                byKind.getOrDefault(kind, Map.of()).values());
    }

    /** The declared code of the word so called, or nearest to a mistyped code, or null if none is near. */
    public @Nullable String nearest(String kind, String code) {
        for (Word word : all(kind)) {
            if (code.equals(word.name().zh())
                    || code.equalsIgnoreCase(word.name().en())) {
                return word.code();
            }
        }
        return Nearest.to(code, byKind.getOrDefault(kind, Map.of()).keySet());
    }
}
