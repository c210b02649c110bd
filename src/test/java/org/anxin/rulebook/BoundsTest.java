package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.testing.Assignment;
import org.anxin.testing.TestingPolicy;
import org.anxin.testing.TestingVocabulary;
import org.anxin.testing.facts.Sample;
import org.junit.jupiter.api.Test;

/** Whatever is compiled ends: a bound that is reached is an error, never an answer, and nothing of it is remembered. */
class BoundsTest {
    /** What no rule file can say: it never stops firing. */
    private static final Map<String, String> ENDLESS = Map.of("x", """
            package rules.x
            import org.anxin.testing.facts.Sample
            global org.anxin.rulebook.Applied applied
            rule "x" when $s : Sample() then
                applied.add( $s, 0 );
                insert( new Sample( "NEGATIVE", $s.daysAgo() + 1 ) );
            end
            """);

    private static final Sample SAMPLE = new Sample("NEGATIVE", 0);
    private static final Assignment STAFF = new Assignment("M-1", "FARMERS", null, "STAFF", 0, 1);

    @Test
    void anEngineThatGoesOnFiringIsStoppedByTheNumberOfFirings() {
        Engine engine = Engine.compile(ENDLESS, Bounds.OF_FIRINGS);
        assertThatThrownBy(() -> engine.applying(SAMPLE))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("firing limit");
    }

    @Test
    void anEngineThatTakesTooLongIsStoppedByItsDeadline() {
        AtomicLong clock = new AtomicLong();
        Bounds bounds = new Bounds(Integer.MAX_VALUE, 1_000, () -> clock.addAndGet(100));
        Engine engine = Engine.compile(ENDLESS, bounds);
        assertThatThrownBy(() -> engine.applying(SAMPLE))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("deadline");
        assertThat(clock.get()).isLessThan(5_000);
    }

    @Test
    void aBoundThatIsReachedIsNoVerdictAndIsForgotten() {
        AtomicLong step = new AtomicLong();
        AtomicLong clock = new AtomicLong();
        Bounds bounds = new Bounds(Bounds.FIRINGS, 1_000, () -> clock.addAndGet(step.get()));
        Rulebook rulebook = new Rulebook(Policy.VOCABULARIES, bounds);
        Ruleset ruleset = Objects.requireNonNull(
                rulebook.read(RuleFiles.of(RuleTexts.shipped().texts())).ruleset());
        Answers<Assignment, List<String>> answers = ruleset.answers(
                assignment(),
                firings -> firings.stream().map(firing -> firing.rule().id()).toList());
        step.set(2_000);
        assertThatThrownBy(() -> answers.of(STAFF)).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> new TestingPolicy(ruleset)).isInstanceOf(EngineException.class);
        step.set(0);
        assertThat(answers.of(STAFF)).containsExactly("EM-FM-1D", "EM-FM-2D", "FM-3D");
    }

    @SuppressWarnings("unchecked")
    private static FactType<Assignment> assignment() {
        return (FactType<Assignment>) TestingVocabulary.VOCABULARY.facts().get("Assignment");
    }
}
