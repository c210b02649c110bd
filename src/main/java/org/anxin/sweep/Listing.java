package org.anxin.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That a list of a market names a person, for whoever makes lists from findings without a database.
 *
 * @param kind which of the market's lists
 * @param marketId the market
 * @param person the line
 */
public record Listing(ListKind kind, String marketId, ListedPerson person) {
    /**
     * Every line that a finding puts on lists, by market.
     *
     * @param personId whom the finding is about
     */
    public static List<Listing> of(String personId, Finding finding) {
        if (finding.places().isEmpty()) {
            return List.of();
        }
        ListKind kind = ListKind.of(finding.action());
        List<String> rules =
                finding.rules().isEmpty() ? List.of() : List.of(finding.rules().split(" ", -1));
        List<Listing> listings = new ArrayList<>(2);
        for (String line : finding.places().split("\n", -1)) {
            List<String> place = Arrays.asList(line.split(" ", -1));
            listings.add(new Listing(
                    kind,
                    place.get(0),
                    new ListedPerson(
                            personId,
                            List.copyOf(place.subList(1, place.size())),
                            finding.dueOn(),
                            finding.status().name(),
                            finding.action().name(),
                            rules)));
        }
        return listings;
    }
}
