package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anxin.directive.Directive;
import org.jspecify.annotations.Nullable;

/** One immutable, compiled version of the rule files. Safe for many threads. */
public final class Ruleset {
    /** Keys of so few bits are places in a table, so that nothing is searched for. */
    private static final int FEW_BITS = 14;

    private final RuleFiles files;
    private final Words words;
    private final Map<String, Directive> directives;
    private final List<CheckedRule> rules;
    private final Matching engine;
    private final @Nullable BiConsumer<Record, List<Firing>> listener;

    Ruleset(
            RuleFiles files,
            Words words,
            Map<String, Directive> directives,
            List<CheckedRule> rules,
            Matching engine,
            @Nullable BiConsumer<Record, List<Firing>> listener) {
        this.files = files;
        this.words = words;
        this.directives = Collections.unmodifiableMap(directives);
        this.rules = List.copyOf(rules);
        this.engine = engine;
        this.listener = listener;
    }

    /** {@code sha256:…}: the same for the same files on any machine. */
    public String id() {
        return files.id();
    }

    /** The files it was made from. */
    public RuleFiles files() {
        return files;
    }

    /** The declared words. */
    public Words words() {
        return words;
    }

    /** The directives by id. */
    public Map<String, Directive> directives() {
        return directives;
    }

    /** How long personal data are kept; null if the files do not say, and then they are kept for good. */
    public @Nullable Retention retention() {
        String text = files.texts().get(RetentionFile.NAME);
        return text == null ? null : RetentionFile.read(text, directives, new Mistakes());
    }

    /** All rules, sorted by id. */
    public List<Rule> rules() {
        return rules.stream().map(CheckedRule::rule).toList();
    }

    /**
     * The same ruleset, of which {@code listener} hears every question.
     *
     * @param listener gets the fact asked about and the rules that apply to it
     */
    public Ruleset heard(BiConsumer<Record, List<Firing>> listener) {
        return new Ruleset(files, words, directives, rules, engine, listener);
    }

    /** Whether whoever asks may keep the answers; false after {@link #heard}, where every question counts. */
    public boolean remembers() {
        return listener == null;
    }

    /** The rules that look at facts of this record, sorted by id. */
    public List<Rule> rulesOn(Class<? extends Record> record) {
        return rules.stream()
                .filter(rule -> rule.fact().record() == record)
                .map(CheckedRule::rule)
                .toList();
    }

    /**
     * What the rules say about facts of one type.
     *
     * @param outcome makes the feature's outcome of the rules that apply, in the order of their ids; called once per
     *     class of facts, so it must be a pure function with an immutable result
     */
    public <F extends Record, O> Answers<F, O> answers(FactType<F> type, Function<List<Firing>, O> outcome) {
        if (listener == null) {
            return remembered(type, fact -> outcome.apply(firings(fact)));
        }
        Answers<F, List<Firing>> firings = remembered(type, this::firings);
        return fact -> {
            List<Firing> heard = firings.of(fact);
            listener.accept(fact, heard);
            return outcome.apply(heard);
        };
    }

    /** What {@code ask} says, asked once for each class of facts that the rules can tell apart. */
    private <F extends Record, O> Answers<F, O> remembered(FactType<F> type, Function<F, O> ask) {
        List<Condition> conditions = rules.stream()
                .filter(rule -> rule.fact() == type)
                .map(CheckedRule::condition)
                .toList();
        Key<F> key = Key.of(type, conditions);
        if (key.bits() > Key.MAX_BITS) {
            return ask::apply;
        }
        return key.bits() <= FEW_BITS ? byIndex(key, ask) : byKey(key, ask);
    }

    /** Remembers one outcome for each possible key, in its place. */
    private static <F extends Record, O> Answers<F, O> byIndex(Key<F> key, Function<F, O> ask) {
        AtomicReferenceArray<O> outcomes = new AtomicReferenceArray<>(1 << key.bits());
        return fact -> {
            int known = (int) key.of(fact);
            O remembered = outcomes.getAcquire(known);
            if (remembered != null) {
                return remembered;
            }
            O outcome = ask.apply(fact);
            O first = outcomes.compareAndExchange(known, null, outcome);
            return first == null ? outcome : first;
        };
    }

    private static <F extends Record, O> Answers<F, O> byKey(Key<F> key, Function<F, O> ask) {
        Memo<O> memo = new Memo<>();
        return fact -> {
            long known = key.of(fact);
            O remembered = memo.get(known);
            return remembered != null ? remembered : memo.put(known, ask.apply(fact));
        };
    }

    /**
     * The largest constant, signs left aside, that any rule compares a number field with; 0 if none does. Beyond it a
     * greater value makes no difference.
     */
    public int reach(FactType<?> type, String field) {
        return numbers(type, field).stream().mapToInt(Math::abs).max().orElse(0);
    }

    /** The texts that any rule compares a text field with. */
    public Set<String> texts(FactType<?> type, String field) {
        Set<String> texts = new TreeSet<>();
        comparisons(type, field, comparison -> {
            if (comparison instanceof Condition.OneOf oneOf) {
                texts.addAll(oneOf.codes());
            }
        });
        return texts;
    }

    /** The numbers, or epoch days, that any rule compares a field with. */
    public Set<Integer> numbers(FactType<?> type, String field) {
        Set<Integer> numbers = new TreeSet<>();
        comparisons(type, field, comparison -> {
            if (comparison instanceof Condition.Relation relation) {
                numbers.add(relation.constant());
            }
        });
        return numbers;
    }

    private void comparisons(FactType<?> type, String field, Consumer<Condition.Comparison> visitor) {
        rules.stream()
                .filter(rule -> rule.fact() == type)
                .forEach(rule -> rule.condition().visit(comparison -> {
                    if (comparison.field().name().equals(field)) {
                        visitor.accept(comparison);
                    }
                }));
    }

    /** Pairs of rules on facts of other types than {@code except} whose conditions provably mean the same. */
    public List<List<Rule>> alike(FactType<?> except) {
        return Alike.of(rules.stream().filter(rule -> rule.fact() != except).toList());
    }

    private List<Firing> firings(Record fact) {
        return Arrays.stream(engine.applying(fact)).mapToObj(this::firing).toList();
    }

    /**
     * What the rule looks for, in one form for all ways to write it: conditions that read alike are alike.
     *
     * @throws java.util.NoSuchElementException if there is no such rule
     */
    public String condition(String ruleId) {
        CheckedRule rule = rules.stream()
                .filter(one -> one.rule().id().equals(ruleId))
                .findFirst()
                .orElseThrow();
        return rule.tree().pattern().fact() + rule.condition().drl();
    }

    /**
     * The rule in words.
     *
     * @throws java.util.NoSuchElementException if there is no such rule
     */
    public RuleWords words(String ruleId) {
        return rules.stream()
                .filter(one -> one.rule().id().equals(ruleId))
                .findFirst()
                .map(rule -> RuleWords.of(rule, words))
                .orElseThrow();
    }

    /**
     * The rule as it stands in its file, to change something of it.
     *
     * @throws java.util.NoSuchElementException if there is no such rule
     */
    public WrittenRule written(String ruleId) {
        CheckedRule rule = rules.get(place(ruleId));
        return WrittenRules.of(rule, files.texts().getOrDefault(rule.rule().file(), ""));
    }

    /** The lines of a rule as its author wrote them, from its name to its end. */
    public String text(Rule rule) {
        int next = rules.stream()
                .map(CheckedRule::rule)
                .filter(other -> other.file().equals(rule.file()) && other.line() > rule.line())
                .mapToInt(Rule::line)
                .min()
                .orElse(Integer.MAX_VALUE);
        List<String> lines = files.texts()
                .getOrDefault(rule.file(), "")
                .lines()
                .skip(rule.line() - 1L)
                .limit((long) next - rule.line())
                .toList();
        int last = lines.size() - 1;
        while (last > 0 && !lines.get(last).strip().endsWith("end")) {
            last--;
        }
        return String.join("\n", lines.subList(0, last + 1));
    }

    /** What was compiled, by the number of each rule. */
    List<CheckedRule> checked() {
        return rules;
    }

    /** All rules with what each lays down, sorted by id. */
    public List<Firing> laid() {
        return IntStream.range(0, rules.size()).mapToObj(this::firing).toList();
    }

    /** Every ruleset that differs from this one in one thing that an author might get wrong. */
    public Stream<Mutant> mutants() {
        return Mutant.of(this);
    }

    /**
     * The ruleset with other numbers and days in one rule, to see what it would decide. It asks an interpreter instead of
     * Drools, so that making it takes no more than a millisecond, and has the id and the files of this one.
     *
     * @param texts one for each of the {@linkplain WrittenRule#numbers numbers} of the rule
     * @throws java.util.NoSuchElementException if there is no such rule
     */
    public Rulebook.Reading rewritten(String ruleId, List<String> texts) {
        int place = place(ruleId);
        CheckedRule rule = rules.get(place);
        Mistakes mistakes = new Mistakes();
        RuleCheck check = new RuleCheck(words, directives, mistakes);
        Map<Position, String> byPlace = new HashMap<>();
        List<WrittenRule.Constant> numbers = written(ruleId).numbers();
        for (int i = 0; i < numbers.size(); i++) {
            byPlace.put(numbers.get(i).at(), texts.get(i));
        }
        check.add(ChangedLiterals.of(rule.tree(), byPlace), rule.vocabulary());
        if (mistakes.fatal() > 0) {
            return new Rulebook.Reading(null, mistakes.sorted());
        }
        List<CheckedRule> others = new ArrayList<>(rules);
        others.set(place, check.rules().get(0));
        return new Rulebook.Reading(interpreting(others), mistakes.sorted());
    }

    private int place(String ruleId) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).rule().id().equals(ruleId))
                .findFirst()
                .orElseThrow();
    }

    /** The sides of all numbers and dates in conditions. */
    public List<Side> sides() {
        return Side.of(rules).toList();
    }

    /** One with other rules, told from these by an interpreter. */
    Ruleset interpreting(List<CheckedRule> others) {
        return new Ruleset(files, words, directives, others, new Interpreter(List.copyOf(others)), null);
    }

    /** A rule by its number. */
    Firing firing(int number) {
        return new Firing(rules.get(number).rule(), rules.get(number).consequence());
    }

    /** Drools with the compiled rules. */
    Engine engine() {
        return (Engine) engine;
    }

    /** Asks Drools, without memory. */
    int[] applying(Record fact) {
        return engine.applying(fact);
    }

    @Override
    public String toString() {
        return id() + Arrays.asList(rules().stream().map(Rule::id).toArray());
    }
}
