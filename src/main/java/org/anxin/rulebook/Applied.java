package org.anxin.rulebook;

import java.util.BitSet;

/** Collects the numbers of the rules that apply to a fact; the only thing a compiled rule can reach. */
public class Applied {
    private final BitSet numbers = new BitSet();

    /**
     * Called by compiled rules.
     *
     * @param fact the fact that the rule applies to
     * @param number of the rule
     */
    public void add(Object fact, int number) {
        numbers.set(number);
    }

    /** The numbers, ascending, so that the order in which the engine fires does not matter. */
    int[] numbers() {
        return numbers.stream().toArray();
    }
}
