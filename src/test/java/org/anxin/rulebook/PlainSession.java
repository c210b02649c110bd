package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.kie.api.runtime.KieSession;

/** One Drools session that is given facts and fired, with no memory of ours: what the memory is compared with. */
public final class PlainSession implements AutoCloseable {
    private final KieSession session;
    private final Listener applied;

    /** Opens a session of the compiled rules of {@code ruleset}. */
    public PlainSession(Ruleset ruleset) {
        applied = new Listener(ruleset);
        session = ruleset.engine().plain(applied);
    }

    /** Gives the session one more fact. */
    public void insert(Record fact) {
        session.insert(fact);
    }

    /** Fires the rules, and tells which of them applied to which fact since the last time, in any order. */
    public void fire(BiConsumer<Object, Firing> heard) {
        session.fireAllRules();
        for (int i = 0; i < applied.facts.size(); i++) {
            heard.accept(applied.facts.get(i), applied.firings.get(i));
        }
        applied.facts.clear();
        applied.firings.clear();
    }

    @Override
    public void close() {
        session.dispose();
    }

    private static final class Listener extends Applied {
        private final Ruleset ruleset;
        private final List<Object> facts = new ArrayList<>();
        private final List<Firing> firings = new ArrayList<>();

        Listener(Ruleset ruleset) {
            this.ruleset = ruleset;
        }

        @Override
        public void add(Object fact, int number) {
            facts.add(fact);
            firings.add(ruleset.firing(number));
        }
    }
}
