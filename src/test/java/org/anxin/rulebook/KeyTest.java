package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts have the same key just when no rule can tell them apart. */
class KeyTest {
    private static final FactType<Probe> PROBE = FactType.of(Probe.class, "探针", "a probe")
            .number("number", Probe::number, "数", "a number")
            .text("name", Probe::name, "名", "a name")
            .wordSet("tags", "tag", Probe::tags, "标签", "tags")
            .flags(Probe::flags)
            .flag("low", 0, "低", "the first flag")
            .flag("high", 30, "高", "the last flag")
            .build();

    /** A fact with a field of each sort. */
    public record Probe(int number, @Nullable String name, Set<String> tags, int flags) {
        /** The first flag. */
        public boolean low() {
            return (flags & 1) != 0;
        }

        /** The last flag. */
        public boolean high() {
            return (flags & 1 << 30) != 0;
        }

        static Probe of(int number) {
            return new Probe(number, null, Set.of(), 0);
        }

        static Probe named(@Nullable String name) {
            return new Probe(0, name, Set.of(), 0);
        }
    }

    @Test
    void numbersHaveTheSameKeyJustWhenAllComparisonsAgree() {
        for (Condition.Sign one : Condition.Sign.values()) {
            for (Condition.Sign other : Condition.Sign.values()) {
                for (int distance = 0; distance <= 3; distance++) {
                    assertTellsApart(List.of(
                            new Condition.Relation(field("number"), one, 5, false),
                            new Condition.Relation(field("number"), other, 5 + distance, one == other),
                            new Condition.Relation(field("number"), Condition.Sign.LESS, -2, false)));
                }
            }
        }
    }

    private static void assertTellsApart(List<Condition.Comparison> comparisons) {
        Key<Probe> key = Key.of(PROBE, List.copyOf(comparisons));
        Map<Long, List<Boolean>> truths = new HashMap<>();
        Stream<Integer> numbers = Stream.concat(
                IntStream.rangeClosed(-12, 18).boxed(),
                Stream.of(Days.NONE, Days.NONE + 1, Days.OPEN, Days.FIRST, Days.LAST, 1_000_000));
        numbers.forEach(number -> {
            List<Boolean> all = comparisons.stream()
                    .map(comparison -> comparison.holds((Object) number))
                    .toList();
            long known = key.of(Probe.of(number));
            assertThat(known).isBetween(0L, (1L << key.bits()) - 1);
            assertThat(truths.putIfAbsent(known, all)).as("%d", number).isIn(null, all);
        });
        assertThat(new HashSet<>(truths.values())).hasSameSizeAs(truths.keySet());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9, 100})
    void everyTextThatIsNamedHasAKeyAndAllOthersShareOneWithNoText(int count) {
        List<String> names = IntStream.range(0, count).mapToObj(i -> "M-" + i).toList();
        Key<Probe> key = Key.of(PROBE, List.of(new Condition.OneOf(field("name"), names, true)));
        Set<Long> keys = new HashSet<>();
        names.forEach(name -> keys.add(key.of(Probe.named(name))));
        long other = key.of(Probe.named(null));
        assertThat(keys).hasSize(count).doesNotContain(other);
        assertThat(Stream.of("", "M-", "M-00", "m-0", "\uFFFF").map(name -> key.of(Probe.named(name))))
                .containsOnly(other);
    }

    @Test
    void textsOfSeveralRulesAreToldApartFromEachOther() {
        Key<Probe> key = Key.of(
                PROBE,
                List.of(
                        new Condition.OneOf(field("name"), List.of("a", "b"), true),
                        new Condition.OneOf(field("name"), List.of("b", "c"), false)));
        assertThat(Stream.of("a", "b", "c", "d").map(name -> key.of(Probe.named(name))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSetHasABitForEveryWordThatIsNamed() {
        Key<Probe> key = Key.of(
                PROBE,
                List.of(
                        new Condition.Contains(field("tags"), "A", true),
                        new Condition.Contains(field("tags"), "B", false)));
        Set<Long> keys = new HashSet<>();
        for (Set<String> tags : List.of(Set.<String>of(), Set.of("A"), Set.of("B"), Set.of("A", "B"))) {
            keys.add(key.of(new Probe(0, null, tags, 0)));
            assertThat(key.of(new Probe(0, null, with(tags, "C"), 0))).isIn(keys);
        }
        assertThat(keys).hasSize(4);
        assertThat(key.bits()).isEqualTo(2);
    }

    @Test
    void aSetWithMoreWordsThanFitFitsIntoNoKey() {
        assertThat(bitsOfSet(31)).isEqualTo(31);
        assertThat(bitsOfSet(32)).isGreaterThan(Key.MAX_BITS);
    }

    @Test
    void flagsAreTakenAsTheyArePackedAndOnlyThoseThatAreRead() {
        Key<Probe> key = Key.of(PROBE, List.of(new Condition.Truth(field("high"), true)));
        long set = key.of(new Probe(0, null, Set.of(), 1 << 30 | 1));
        assertThat(set).isPositive().isEqualTo(key.of(new Probe(0, null, Set.of(), 1 << 30)));
        assertThat(key.of(new Probe(0, null, Set.of(), ~(1 << 30)))).isZero();
    }

    @Test
    void fieldsDoNotRunIntoEachOther() {
        Key<Probe> key = Key.of(
                PROBE,
                List.of(
                        new Condition.Truth(field("low"), true),
                        new Condition.Truth(field("high"), true),
                        new Condition.Contains(field("tags"), "A", true),
                        new Condition.OneOf(field("name"), List.of("x", "y"), true),
                        new Condition.Relation(field("number"), Condition.Sign.LESS, 3, true)));
        Set<Long> keys = new HashSet<>();
        for (int number : new int[] {2, 3}) {
            for (String name : List.of("x", "y", "z")) {
                for (Set<String> tags : List.of(Set.<String>of(), Set.of("A"))) {
                    for (int flags : new int[] {0, 1, 1 << 30, 1 << 30 | 1}) {
                        keys.add(key.of(new Probe(number, name, tags, flags)));
                    }
                }
            }
        }
        assertThat(keys).hasSize(2 * 3 * 2 * 4).allMatch(known -> known >= 0);
    }

    @Test
    void aRulesetThatReadsNothingKnowsOneClass() {
        Key<Probe> key = Key.of(PROBE, List.of(new Condition.And(List.of())));
        assertThat(key.bits()).isZero();
        assertThat(key.of(Probe.of(7))).isZero();
    }

    private static int bitsOfSet(int words) {
        List<Condition> contains = IntStream.range(0, words)
                .mapToObj(i -> (Condition) new Condition.Contains(field("tags"), "T" + i, true))
                .toList();
        return Key.of(PROBE, contains).bits();
    }

    private static Set<String> with(Set<String> tags, String one) {
        Set<String> more = new HashSet<>(tags);
        more.add(one);
        return more;
    }

    private static Field<?> field(String name) {
        return Objects.requireNonNull(PROBE.field(name));
    }
}
