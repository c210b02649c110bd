package org.anxin.testing;

import java.util.List;

/**
 * The facts about one person. No name, no identity number: deciding needs neither.
 *
 * @param id the caller's id
 * @param assignments at least one, in any order
 * @param samples in any order
 * @param absences in any order
 * @param releasedOn the day from which earlier positives no longer block, as an epoch day;
 *     {@link org.anxin.time.Days#NONE} if there is none
 */
public record Person(
        String id, List<Assignment> assignments, List<Sample> samples, List<Absence> absences, int releasedOn) {}
