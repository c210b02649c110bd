package org.anxin.rulebook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;

/** Drools: compiles emitted DRL and tells which rules apply to a fact. Safe for many threads. */
final class Engine {
    /** More firings than this for one fact are an error of the run, never an answer. */
    private static final int FIRING_LIMIT = 100_000;

    private static final AtomicLong BUILDS = new AtomicLong();

    private final KieBase base;

    private Engine(KieBase base) {
        this.base = base;
    }

    /**
     * Compiles DRL texts.
     *
     * @param texts by the last part of their package {@code rules.…}
     * @throws EngineException if Drools refuses a text, which the checker should have made impossible
     */
    static Engine compile(Map<String, String> texts) {
        try {
            return new Engine(base(texts));
        } catch (RuntimeException | StackOverflowError e) {
            throw e instanceof EngineException known ? known : new EngineException(e.toString());
        }
    }

    private static KieBase base(Map<String, String> texts) {
        KieServices kie = KieServices.get();
        // A release of its own for every build: Drools keeps the modules of a process by this name.
        ReleaseId release = kie.newReleaseId("org.anxin", "rules", "1." + BUILDS.incrementAndGet());
        KieFileSystem files = kie.newKieFileSystem().generateAndWritePomXML(release);
        texts.forEach((name, text) -> files.write("src/main/resources/rules/" + name + "/rules.drl", text));
        ClassLoader loader = Engine.class.getClassLoader();
        KieBuilder builder = kie.newKieBuilder(files, loader);
        builder.buildAll();
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        try {
            if (!errors.isEmpty()) {
                throw new EngineException(errors.stream().map(Message::getText).collect(Collectors.joining("; ")));
            }
            return kie.newKieContainer(release, loader).getKieBase();
        } finally {
            kie.getRepository().removeKieModule(release);
        }
    }

    /** The numbers of the rules that apply to {@code fact}, ascending. */
    int[] applying(Object fact) {
        try (Session session = open()) {
            return session.applying(fact);
        }
    }

    /** A plain session of Drools, which reports to {@code applied} and forgets nothing: what speed is compared with. */
    KieSession plain(Applied applied) {
        KieSession session = base.newKieSession();
        session.setGlobal("applied", applied);
        return session;
    }

    /** A session that can be asked many times by one thread. */
    Session open() {
        return new Session(base.newKieSession());
    }

    /** A Drools session. */
    static final class Session implements AutoCloseable {
        private final KieSession session;
        private final Applied applied = new Applied();

        private Session(KieSession session) {
            this.session = session;
            session.setGlobal("applied", applied);
        }

        /** The numbers of the rules that apply to {@code fact}, ascending; the session forgets the fact again. */
        int[] applying(Object fact) {
            var handle = session.insert(fact);
            if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
                throw new EngineException("firing limit reached");
            }
            session.delete(handle);
            return applied.take();
        }

        @Override
        public void close() {
            session.dispose();
        }
    }

    /** The engine failed: an error of the run, never a verdict. */
    static final class EngineException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EngineException(String message) {
            super(message);
        }
    }
}
