package org.anxin.testing;

import org.anxin.rulebook.Says;

/** What cadence rules may lay down. */
public final class ObligationVerbs {
    private ObligationVerbs() {}

    /** Samples are owed for the assignment on these terms. */
    @Says(zh = "要求检测", en = "samples are owed this often for the assignment")
    public static Terms require(Terms terms) {
        return terms;
    }
}
