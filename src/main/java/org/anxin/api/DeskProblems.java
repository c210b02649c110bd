package org.anxin.api;

import java.util.List;
import org.anxin.desk.DeskConflictException;
import org.anxin.desk.UndecidableBatchException;
import org.anxin.json.ErrorCode;
import org.anxin.json.InputError;

/** What the admission desk refuses, as problems. */
final class DeskProblems {
    private DeskProblems() {}

    static Problem of(DeskConflictException e) {
        return Problem.of(ProblemType.CONFLICT, e.text());
    }

    static Problem of(UndecidableBatchException e) {
        ProblemType type = ProblemType.UNDECIDABLE;
        ErrorCode code = ErrorCode.UNDECLARED_WORD;
        InputError error = new InputError(e.pointer(), 0, 0, code, code.message(""));
        return new Problem(type, type.status(), null, List.of(error), 0);
    }
}
