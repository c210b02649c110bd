package org.anxin.rulebook;

/** Tells which rules of a ruleset apply to a fact. */
interface Matching {
    /**
     * The numbers of the rules that apply, ascending.
     *
     * @throws EngineException if that cannot be told within the bounds
     */
    int[] applying(Record fact);
}
