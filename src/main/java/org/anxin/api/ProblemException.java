package org.anxin.api;

import java.util.List;
import org.anxin.json.ErrorCode;
import org.anxin.json.InputError;

/** Ends a request with a problem. Has no stack trace, since the sender is at fault. */
final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.type().name(), null, false, false);
        this.problem = problem;
    }

    ProblemException(ProblemType type) {
        this(Problem.of(type));
    }

    /** A query parameter is wrong. */
    static ProblemException parameter(String name, ErrorCode code, Object... arguments) {
        ProblemType type = ProblemType.INVALID_REQUEST;
        InputError error = new InputError("", 0, 0, code, code.message(arguments));
        return new ProblemException(new Problem(type, type.status(), name, List.of(error), 0));
    }

    Problem problem() {
        return problem;
    }
}
