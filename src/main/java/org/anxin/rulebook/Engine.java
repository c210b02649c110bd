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
final class Engine implements Matching {
    private static final AtomicLong BUILDS = new AtomicLong();

    final KieBase base;
    private final Bounds bounds;

    private Engine(KieBase base, Bounds bounds) {
        this.base = base;
        this.bounds = bounds;
    }

    /**
     * Compiles DRL texts.
     *
     * @param texts by the last part of their package {@code rules.…}
     * @param bounds of every question
     * @throws EngineException if Drools refuses a text, which the checker should have made impossible
     */
    static Engine compile(Map<String, String> texts, Bounds bounds) {
        try {
            return new Engine(base(texts), bounds);
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

    /** A session of its own, whatever becomes of it. */
    @Override
    public int[] applying(Record fact) {
        Applied applied = new Applied();
        Bounds.Deadline deadline = bounds.begin();
        KieSession session = plain(applied);
        try {
            session.insert(fact);
            int fired = session.fireAllRules(match -> within(deadline), bounds.firings());
            deadline.check();
            if (fired >= bounds.firings()) {
                throw new EngineException("firing limit reached");
            }
            return applied.numbers();
        } finally {
            session.dispose();
        }
    }

    /** Asked before each firing, since nothing else stops an engine that goes on firing. */
    private static boolean within(Bounds.Deadline deadline) {
        deadline.check();
        return true;
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
}
