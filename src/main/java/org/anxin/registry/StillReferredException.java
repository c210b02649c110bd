package org.anxin.registry;

import org.anxin.text.Bilingual;

/** A record cannot be deleted because others refer to it. Has no stack trace, since nothing failed. */
public final class StillReferredException extends RuntimeException {
    private final transient Bilingual text;

    /** @param text what refers to it, and what to do */
    StillReferredException(Bilingual text) {
        super("still referred to", null, false, false);
        this.text = text;
    }

    /** What refers to it, and what to do. */
    public Bilingual text() {
        return text;
    }
}
