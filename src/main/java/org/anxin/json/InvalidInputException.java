package org.anxin.json;

import java.util.List;

/** Facts could not be read; carries every mistake found, up to a limit. Has no stack trace, since the sender is at fault. */
public final class InvalidInputException extends RuntimeException {
    private final transient List<InputError> errors;
    private final int more;

    /**
     * @param errors at least one, in the order found
     * @param more how many others there are
     */
    public InvalidInputException(List<InputError> errors, int more) {
        super("invalid input", null, false, false);
        this.errors = List.copyOf(errors);
        this.more = more;
    }

    /** The mistakes, in the order found. */
    public List<InputError> errors() {
        return errors;
    }

    /** How many mistakes were found beyond {@link #errors()}. */
    public int more() {
        return more;
    }
}
