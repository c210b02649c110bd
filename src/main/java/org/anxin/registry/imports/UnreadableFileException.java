package org.anxin.registry.imports;

import java.util.List;
import org.anxin.json.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A file that is no table of the expected kind, so that nothing of it was taken. The sender is at fault. */
public final class UnreadableFileException extends RuntimeException {
    private final transient List<Rejected> mistakes;

    UnreadableFileException(List<Rejected> mistakes) {
        super("unreadable file", null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    UnreadableFileException(long line, @Nullable String column, ErrorCode code, Object... arguments) {
        this(List.of(new Rejected(line, column, code, code.message(arguments))));
    }

    /** What is wrong, at least one thing. */
    public List<Rejected> mistakes() {
        return mistakes;
    }
}
