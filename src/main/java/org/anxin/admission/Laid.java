package org.anxin.admission;

import java.util.List;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Rule;

/** A fault and the rule that lays it down. */
record Laid(Rule rule, Fault fault) {
    private static final Laid[] NONE = {};

    /** What a ruleset remembers of the rules that apply to a fact. */
    static Laid[] by(List<Firing> firings) {
        if (firings.isEmpty()) {
            return NONE;
        }
        Laid[] laid = new Laid[firings.size()];
        for (int at = 0; at < laid.length; at++) {
            Firing firing = firings.get(at);
            laid[at] = new Laid(firing.rule(), (Fault) firing.consequence());
        }
        return laid;
    }
}
