package org.anxin.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * What verifying the decision log has shown.
 *
 * @param entries that were looked at
 * @param decisions in them
 * @param seals that were looked at
 * @param lastSeal number and hash of the last seal, to be compared with what was noted elsewhere; empty if there is none
 * @param absent months that were sealed and of which nothing is there any more
 * @param flaws in order of entries, at most so many as asked for
 * @param more how many more there are
 */
public record Verification(
        long entries,
        long decisions,
        long seals,
        String lastSeal,
        SortedSet<LocalDate> absent,
        List<Flaw> flaws,
        long more) {

    /** Whether nothing is wrong. */
    public boolean intact() {
        return flaws.isEmpty();
    }
}
