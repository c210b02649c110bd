package org.anxin.onboarding.facts;

import org.jspecify.annotations.Nullable;

/**
 * An operator (经营户) at its market on one day, as rules see it.
 *
 * @param flags the yes-or-no fields, packed
 * @param marketId its market
 * @param marketType a declared word of the kind {@code marketType}; null if the rules do not declare it
 * @param subdistrict the market's, null if not known
 * @param daysOutdated days since the version that it has not signed applies, {@link org.anxin.time.Days#NONE} if it signed
 *     none or the one that applies
 * @param staff people who work for it there on that day
 * @param contacts its contacts on the roster on that day
 * @param goodsKinds kinds of imported goods on the second list on that day
 * @param asOf the day, as an epoch day
 */
public record Operator(
        int flags,
        String marketId,
        @Nullable String marketType,
        @Nullable String subdistrict,
        int daysOutdated,
        int staff,
        int contacts,
        int goodsKinds,
        int asOf) {
    public static final int ACTIVATED = 1;
    public static final int LETTER_SIGNED = 1 << 1;
    public static final int LETTER_OUTDATED = 1 << 2;
    public static final int SELLS_IMPORTED = 1 << 3;
    public static final int LISTED = 1 << 4;
    public static final int DECLARES_IMPORTED = 1 << 5;

    /** Whether its account is activated. */
    public boolean activated() {
        return (flags & ACTIVATED) != 0;
    }

    /** Whether it has signed any version of the letter. */
    public boolean letterSigned() {
        return (flags & LETTER_SIGNED) != 0;
    }

    /** Whether it has signed, but not the version that applies. */
    public boolean letterOutdated() {
        return (flags & LETTER_OUTDATED) != 0;
    }

    /** Whether it is registered as selling imported goods. */
    public boolean sellsImported() {
        return (flags & SELLS_IMPORTED) != 0;
    }

    /** Whether it is on the first list. */
    public boolean listed() {
        return (flags & LISTED) != 0;
    }

    /** Whether goods were declared for it at the admission desk for that day. */
    public boolean declaresImported() {
        return (flags & DECLARES_IMPORTED) != 0;
    }
}
