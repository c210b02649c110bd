package org.anxin.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody is there for (docs/security.md). */
public enum Role {
    /** Writes rules; never approves its own. */
    POLICY_AUTHOR,
    /** Approves versions of the rules, and says from when they are in force. */
    POLICY_APPROVER,
    /** Keeps the register, the sweeps and the keys of machines. */
    OPERATIONS,
    /** Patrols, and decides what rules leave to a person. */
    INSPECTOR,
    /** Sees its own markets, and answers what patrols found there. */
    MARKET_ORGANISER,
    /** May only send samples. */
    LABORATORY,
    /** May only check passes. */
    GATE,
    /** Reads everything, changes nothing. */
    AUDITOR;

    /** As the table, keys and configuration write it: {@code policy-author}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role that is written so, or null if there is none. */
    public static @Nullable Role of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        return null;
    }
}
