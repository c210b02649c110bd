package org.anxin.policy;

import org.anxin.text.Bilingual;

/** What was asked of a version of the rules does not fit how it stands. Nothing was changed. */
public final class VersionConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual text;

    VersionConflictException(Bilingual text) {
        super(text.en());
        this.text = text;
    }

    /** Why, and what to do. */
    public Bilingual text() {
        return text;
    }
}
