package org.anxin.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list of those that a run found.
 *
 * @param id the person's
 * @param name null if not known; personal data
 * @param status as the run found it; null if it found nothing
 * @param dueOn as an epoch day, {@link org.anxin.time.Days#NONE} if nothing is due
 * @param action what follows; null if the run found nothing
 * @param rules ids of the rules that caused it
 * @param lastSampled as an epoch day, {@link org.anxin.time.Days#NONE} if never until the day of the list
 * @param marketIds the markets that list the person
 * @param categories of the person's assignments at these markets, on the day of the list
 */
public record FoundPerson(
        String id,
        @Nullable String name,
        @Nullable String status,
        int dueOn,
        @Nullable String action,
        List<String> rules,
        int lastSampled,
        List<String> marketIds,
        List<String> categories) {}
