package org.anxin.load;

import jakarta.inject.Singleton;

/** What this node takes on at a time. */
@Singleton
public final class Limits {
    private final Turns documents;
    private final Turns stored;
    private final Allowance memory;

    Limits(LoadConfig config) {
        int processors = Runtime.getRuntime().availableProcessors();
        this.documents = new Turns(
                config.evaluate().atOnce().orElse(processors), config.evaluate().waiting());
        this.stored = new Turns(config.stored().atOnce(), config.stored().waiting());
        this.memory = new Allowance(config.evaluate().memory().asLongValue());
    }

    /** Large documents of {@code POST /api/v1/evaluate}. */
    public Turns documents() {
        return documents;
    }

    /** Requests that read and write the database. */
    public Turns stored() {
        return stored;
    }

    /** For the documents of {@code POST /api/v1/evaluate}. */
    public Allowance memory() {
        return memory;
    }
}
