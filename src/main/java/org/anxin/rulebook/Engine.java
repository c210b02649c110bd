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

    final KieBase base;

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
        ClassLoader loader = new NamedLikeClasses(Engine.class.getClassLoader());
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

    /** The numbers of the rules that apply to {@code fact}, ascending. A session of its own, whatever becomes of it. */
    int[] applying(Object fact) {
        Applied applied = new Applied();
        KieSession session = plain(applied);
        try {
            session.insert(fact);
            if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
                throw new EngineException("firing limit reached");
            }
            return applied.numbers();
        } finally {
            session.dispose();
        }
    }

    /** A plain session of Drools, which reports to {@code applied} and forgets nothing: what speed is compared with. */
    KieSession plain(Applied applied) {
        KieSession session = base.newKieSession();
        session.setGlobal("applied", applied);
        return session;
    }

    /**
     * The engine asks for a class by the name of every field and global, in case it is one. Looking for those in all jars
     * takes a third of the time to compile, so names that are no class's are told apart by their first letter.
     */
    private static final class NamedLikeClasses extends ClassLoader {
        NamedLikeClasses(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("rules.") || !Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1))) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
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
