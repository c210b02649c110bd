package org.anxin.onboarding.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works, or is to work, at a market, on one day, as rules see them.
 *
 * @param flags the yes-or-no fields, packed
 * @param marketId the market
 * @param marketType a declared word of the kind {@code marketType}; null if the rules do not declare it
 * @param subdistrict the market's, null if not known
 * @param categories declared categories of the assignments there on that day
 * @param daysOutdated days since the version that the person has not signed applies, {@link org.anxin.time.Days#NONE} if
 *     none or the one that applies was signed
 * @param asOf the day, as an epoch day
 */
public record Employee(
        int flags,
        String marketId,
        @Nullable String marketType,
        @Nullable String subdistrict,
        Set<String> categories,
        int daysOutdated,
        int asOf) {
    public static final int ACTIVATED = 1;
    public static final int LETTER_SIGNED = 1 << 1;
    public static final int LETTER_OUTDATED = 1 << 2;
    public static final int ASSIGNED = 1 << 3;
    public static final int FOR_IMPORTER = 1 << 4;
    public static final int CONTACT_LISTED = 1 << 5;

    /** Whether the person's account is activated. */
    public boolean activated() {
        return (flags & ACTIVATED) != 0;
    }

    /** Whether the person has signed any version of the letter. */
    public boolean letterSigned() {
        return (flags & LETTER_SIGNED) != 0;
    }

    /** Whether the person has signed, but not the version that applies. */
    public boolean letterOutdated() {
        return (flags & LETTER_OUTDATED) != 0;
    }

    /** Whether the person has an assignment there on that day. */
    public boolean assigned() {
        return (flags & ASSIGNED) != 0;
    }

    /** Whether one of them is for an operator on the first list. */
    public boolean forImporter() {
        return (flags & FOR_IMPORTER) != 0;
    }

    /** Whether the person is a contact on the roster there. */
    public boolean contactListed() {
        return (flags & CONTACT_LISTED) != 0;
    }
}
