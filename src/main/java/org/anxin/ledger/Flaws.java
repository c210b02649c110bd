package org.anxin.ledger;

import java.util.ArrayList;
import java.util.List;

/** Gathers flaws, and only counts what goes beyond a limit. */
final class Flaws {
    private final int most;
    private final List<Flaw> named = new ArrayList<>();
    private long more;

    /** @param most flaws to name */
    Flaws(int most) {
        this.most = most;
    }

    void add(String entry, FlawKind kind) {
        if (named.size() < most) {
            named.add(new Flaw(entry, kind));
        } else {
            more++;
        }
    }

    List<Flaw> named() {
        return List.copyOf(named);
    }

    /** How many are not named. */
    long more() {
        return more;
    }
}
