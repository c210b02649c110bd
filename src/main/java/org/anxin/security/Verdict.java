package org.anxin.security;

/** What becomes of a request. */
public sealed interface Verdict {
    /** It may be answered. */
    record Allowed(Caller caller) implements Verdict {}

    /** It may not. */
    record Refused(Refusal why, Caller caller) implements Verdict {}

    /** The browser is on its way of signing in, and goes on to this address. */
    record GoOn(int status, String address) implements Verdict {}
}
