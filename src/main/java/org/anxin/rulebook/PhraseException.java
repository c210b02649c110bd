package org.anxin.rulebook;

import org.anxin.text.Bilingual;

/** Thrown by a phrase or verb of a feature when constants do not fit together, for example an empty window. */
public final class PhraseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual cause;
    private final transient Bilingual remedy;

    /**
     * @param cause what is wrong
     * @param remedy what to write instead
     */
    public PhraseException(Bilingual cause, Bilingual remedy) {
        super(cause.en(), null, false, false);
        this.cause = cause;
        this.remedy = remedy;
    }

    Mistake at(Position place) {
        return MistakeCode.WINDOW_EMPTY.at(place, cause, remedy);
    }
}
