package org.anxin.registry;

/** There is no such record, or not the one to which it would belong. Has no stack trace, since nothing failed. */
public final class NoSuchRecordException extends RuntimeException {
    public NoSuchRecordException() {
        super("no such record", null, false, false);
    }
}
