package org.anxin.desk;

/** An uploaded file is not taken. Has no stack trace, since the sender is at fault. */
public final class FileRefusedException extends RuntimeException {
    private final Reason reason;

    /** Why it is not taken. */
    public enum Reason {
        /** It has more bytes than are allowed. */
        TOO_LARGE,
        /** It has none. */
        EMPTY,
        /** It is none of the kinds that are taken. */
        OTHER_KIND
    }

    FileRefusedException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** Why it is not taken. */
    public Reason reason() {
        return reason;
    }
}
