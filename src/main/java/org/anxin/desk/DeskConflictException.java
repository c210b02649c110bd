package org.anxin.desk;

import org.anxin.text.Bilingual;

/** What is asked for does not fit what is stored. Has no stack trace, since the sender is at fault. */
public final class DeskConflictException extends RuntimeException {
    private final transient Bilingual text;

    DeskConflictException(String zh, String en) {
        super(en, null, false, false);
        this.text = new Bilingual(zh, en);
    }

    /** What does not fit, and what to do. */
    public Bilingual text() {
        return text;
    }
}
