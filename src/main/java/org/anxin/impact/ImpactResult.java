package org.anxin.impact;

import java.util.List;

/**
 * What other rules would change.
 *
 * @param people how many were decided, or could not be
 * @param changed how many of them would be found otherwise on any of the days
 * @param listed so many changes, a person and day each, can be read one by one
 * @param unlisted so many cannot, since there are too many
 * @param days one entry a day
 */
record ImpactResult(
        ImpactQuestion question,
        int people,
        int changed,
        int listed,
        int unlisted,
        List<Tally> days,
        DemandChange demand) {}
