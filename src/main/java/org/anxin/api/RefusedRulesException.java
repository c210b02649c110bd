package org.anxin.api;

import java.util.List;
import org.anxin.rulebook.Mistake;

/** Ends a request about rule files with a problem that names every mistake in them. */
final class RefusedRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Mistake> mistakes;

    RefusedRulesException(ProblemType type, List<Mistake> mistakes) {
        super(type.name(), null, false, false);
        this.type = type;
        this.mistakes = mistakes;
    }

    ProblemType type() {
        return type;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
