package org.anxin.patrol;

import org.anxin.rulebook.Says;
import org.anxin.rulebook.Says.OneOf;

/** What rules may say about an item: {@code findings.raise( $i, "ITEM_FAILED", within(3).days() )}. */
public final class ItemVerbs {
    private ItemVerbs() {}

    /** The item is a finding, to be rectified in time; of several rules the shortest time counts. */
    @Says(zh = "列为问题，限期整改", en = "it is a finding, to be rectified within so many days")
    public static Raised raise(@OneOf("patrolFinding") String code, Deadline deadline) {
        return new Raised(code, deadline.days());
    }
}
