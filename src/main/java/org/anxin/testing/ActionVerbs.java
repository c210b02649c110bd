package org.anxin.testing;

import org.anxin.rulebook.Says;

/** What action rules may lay down; the strongest wins (SPEC section 4). */
public final class ActionVerbs {
    private ActionVerbs() {}

    /** The market is warned. */
    @Says(zh = "预警", en = "the market is warned")
    public static Action warn() {
        return Action.WARN;
    }

    /** The person stops trading. */
    @Says(zh = "暂停经营", en = "the person stops trading")
    public static Action suspend() {
        return Action.SUSPEND;
    }

    /** The person may not enter. */
    @Says(zh = "禁止入场", en = "the person is blocked")
    public static Action block() {
        return Action.BLOCK;
    }
}
