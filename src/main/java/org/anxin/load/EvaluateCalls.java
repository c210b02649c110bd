package org.anxin.load;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** How many people and batches were decided for callers of this node, so that whoever works in the background gives way. */
@Singleton
public class EvaluateCalls {
    private final LongAdder decided = new LongAdder();

    /** So many more were asked about. Costs a few nanoseconds. */
    public void add(int decisions) {
        decided.add(decisions);
    }

    /** All since the node started. */
    long total() {
        return decided.sum();
    }
}
