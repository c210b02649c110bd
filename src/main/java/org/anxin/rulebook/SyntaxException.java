package org.anxin.rulebook;

/** Ends the reading of one rule; carries what is wrong with it. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Mistake mistake;

    SyntaxException(Mistake mistake) {
        super(mistake.code(), null, false, false);
        this.mistake = mistake;
    }

    Mistake mistake() {
        return mistake;
    }
}
