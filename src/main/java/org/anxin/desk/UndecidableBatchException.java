package org.anxin.desk;

/** A stored batch cannot be decided: its documents use a word that the ruleset does not declare. */
public final class UndecidableBatchException extends RuntimeException {
    private final String pointer;

    UndecidableBatchException(String pointer) {
        super("a document uses an undeclared word", null, false, false);
        this.pointer = pointer;
    }

    /** Where the word stands in the batch as it is answered. */
    public String pointer() {
        return pointer;
    }
}
