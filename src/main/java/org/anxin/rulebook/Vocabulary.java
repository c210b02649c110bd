package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rule files of one feature may say: its facts, its verbs and its phrases. The feature's rules stand
 * in the folder of the vocabulary's name, in the DRL package {@code rules.<name>}.
 */
public final class Vocabulary {

    /**
     * A receiver of verbs, for example {@code obligations}, and the facts it speaks of.
     *
     * @param receiver what authors write before the dot
     * @param verbs class whose static {@link Says} methods are the verbs; they return the consequence
     * @param facts the fact types that may be the verb's first argument
     */
    record Verbs(String receiver, Class<?> verbs, List<FactType<?>> facts) {}

    private final String name;
    private final Map<String, FactType<?>> facts;
    private final Map<String, Verbs> verbs;
    private final @Nullable Class<?> phrases;
    private final Set<String> wordKinds;
    private final Set<String> optionalWordKinds;
    private final List<Words.Word> fixedWords;

    private Vocabulary(Builder builder) {
        this.name = builder.name;
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(builder.facts));
        this.verbs = Collections.unmodifiableMap(new LinkedHashMap<>(builder.verbs));
        this.phrases = builder.phrases;
        this.wordKinds = Set.copyOf(builder.wordKinds);
        this.optionalWordKinds = Set.copyOf(builder.optionalWordKinds);
        this.fixedWords = List.copyOf(builder.fixedWords);
    }

    /** Begins the vocabulary of the feature {@code name}, also the name of its folder. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The feature's name, its folder and the last part of its DRL package. */
    public String name() {
        return name;
    }

    /** Fact types by the name that authors write. */
    public Map<String, FactType<?>> facts() {
        return facts;
    }

    /** Receivers of verbs by the name that authors write. */
    Map<String, Verbs> verbs() {
        return verbs;
    }

    /** Class whose static {@link Says} methods begin a phrase, or null if there are none. */
    @Nullable
    Class<?> phrases() {
        return phrases;
    }

    /** Kinds of words that this feature needs declared in {@code words.yaml}. */
    public Set<String> wordKinds() {
        return wordKinds;
    }

    /** Kinds of words that {@code words.yaml} may declare, and that versions from before this feature do without. */
    Set<String> optionalWordKinds() {
        return optionalWordKinds;
    }

    /** Words that are part of the meaning (SPEC) and not for staff to add to, such as a person's status. */
    List<Words.Word> fixedWords() {
        return fixedWords;
    }

    /** Declares a vocabulary. */
    public static final class Builder {
        private final String name;
        private final Map<String, FactType<?>> facts = new LinkedHashMap<>();
        private final Map<String, Verbs> verbs = new LinkedHashMap<>();
        private final List<String> wordKinds = new ArrayList<>();
        private final List<String> optionalWordKinds = new ArrayList<>();
        private final List<Words.Word> fixedWords = new ArrayList<>();
        private @Nullable Class<?> phrases;

        private Builder(String name) {
            this.name = name;
        }

        /** Kinds of declared words that facts, rules and requests of this feature use. */
        public Builder wordKinds(String... kinds) {
            wordKinds.addAll(List.of(kinds));
            return this;
        }

        /** Kinds that need not be declared, so that stored rulesets and directories from before them stay readable. */
        public Builder optionalWordKinds(String... kinds) {
            optionalWordKinds.addAll(List.of(kinds));
            return this;
        }

        /** A word that staff cannot add to or remove. */
        public Builder fixedWord(String kind, String code, String zh, String en) {
            fixedWords.add(new Words.Word(kind, code, new Bilingual(zh, en), false));
            return this;
        }

        /** Adds a fact type. */
        public Builder fact(FactType<?> type) {
            facts.put(type.name(), type);
            return this;
        }

        /** Adds verbs, called {@code receiver.verb( $fact, … )} on facts of these types. */
        public Builder verbs(String receiver, Class<?> says, FactType<?>... on) {
            verbs.put(receiver, new Verbs(receiver, says, List.of(on)));
            return this;
        }

        /** Names the class whose static methods begin a phrase, such as {@code every(3)}. */
        public Builder phrases(Class<?> says) {
            this.phrases = says;
            return this;
        }

        /** Ends the declaration. */
        public Vocabulary build() {
            return new Vocabulary(this);
        }
    }
}
