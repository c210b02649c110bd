package org.anxin.files;

import java.io.IOException;

/** A file that is not taken, and why. Nothing of it is kept. */
public final class RefusedFileException extends IOException {
    /** Why a file is not taken. */
    public enum Reason {
        /** It has more bytes than allowed. */
        TOO_LARGE,
        /** Its content is none of the kinds that are taken. */
        UNKNOWN_KIND
    }

    private final Reason reason;

    RefusedFileException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why it is not taken. */
    public Reason reason() {
        return reason;
    }
}
