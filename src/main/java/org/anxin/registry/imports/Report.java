package org.anxin.registry.imports;

import java.util.List;

/**
 * What became of the rows. Every row is counted once: {@code accepted + unchanged + rejected + more} rows were there.
 *
 * @param accepted rows that are new, or changed what was stored
 * @param unchanged rows that say what is stored already, or that a later row of the same key replaces
 * @param rejected the first rows that were not taken, by line
 * @param more how many others were not taken
 */
public record Report(long accepted, long unchanged, List<Rejected> rejected, long more) {}
