package org.anxin.security;

/** A page may not be shown, or its form not be sent. */
public final class RefusedPageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Verdict.Refused refused;

    /** @param refused why */
    public RefusedPageException(Verdict.Refused refused) {
        super(refused.why().name(), null, false, false);
        this.refused = refused;
    }

    /** Why, and who asked. */
    public Verdict.Refused refused() {
        return refused;
    }
}
