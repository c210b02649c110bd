package org.anxin.patrol;

import org.anxin.rulebook.Says;
import org.anxin.rulebook.Says.OneOf;

/** What rules may say about patrols and cameras: {@code faults.report( $d, "PATROL_GAP" )}. */
public final class FaultVerbs {
    private FaultVerbs() {}

    /** It is a fault of the patrol, named with its market. */
    @Says(zh = "列为巡查缺漏，并指明市场", en = "it is a fault of the patrol, named with its market")
    public static Reported report(@OneOf("patrolFinding") String code) {
        return new Reported(code);
    }
}
