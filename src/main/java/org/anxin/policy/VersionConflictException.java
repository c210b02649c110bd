package org.anxin.policy;

import org.anxin.text.Bilingual;

/** What was asked of a version of the rules does not fit how it stands. Nothing was changed. */
public final class VersionConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual text;

    VersionConflictException(String zh, String en, Object... arguments) {
        super(en.formatted(arguments));
        this.text = new Bilingual(zh.formatted(arguments), en.formatted(arguments));
    }

    /** Why, and what to do. */
    public Bilingual text() {
        return text;
    }
}
