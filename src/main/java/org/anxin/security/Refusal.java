package org.anxin.security;

/** Why somebody may not. */
public enum Refusal {
    /** Nobody knows who asks: no token, or one that is none, has expired, or is for another service. */
    UNIDENTIFIED,
    /** None of the caller's roles may. */
    NOT_ALLOWED,
    /** It is of no market of the caller's, or is not there. */
    OTHER_MARKET,
    /** A browser sent the cookie of a session on behalf of another site. */
    FOREIGN_SITE,
    /** Who asks cannot be found out now: the issuer, or the database with the keys, does not answer. */
    UNKNOWN_NOW
}
