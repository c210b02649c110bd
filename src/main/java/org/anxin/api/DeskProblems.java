package org.anxin.api;

import java.util.List;
import org.anxin.desk.DeskConflictException;
import org.anxin.desk.FileRefusedException;
import org.anxin.desk.UndecidableBatchException;
import org.anxin.json.ErrorCode;
import org.anxin.json.InputError;
import org.anxin.text.Bilingual;

/** What the admission desk refuses, as problems. */
final class DeskProblems {
    private static final Bilingual KINDS = new Bilingual(
            "请上传 PDF、PNG、JPEG 或 WebP 文件；类型以内容为准。",
            "Send a PDF, PNG, JPEG or WebP file; the content tells which it is.");
    private static final Bilingual LARGE = new Bilingual(
            "文件超过 anxin.desk.max-file；请缩小或拆分后再上传。",
            "The file is larger than anxin.desk.max-file; make it smaller, or send it in parts.");

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

    static Problem of(FileRefusedException e) {
        return switch (e.reason()) {
            case TOO_LARGE -> Problem.of(ProblemType.TOO_LARGE, LARGE);
            case EMPTY, OTHER_KIND -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, KINDS);
        };
    }
}
