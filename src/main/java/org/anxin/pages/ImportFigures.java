package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;

/**
 * The batches of the district, or of one market, in numbers that lead to their lists.
 *
 * @param day whose decisions are counted, as an epoch day
 * @param figures the large numbers
 * @param markets a row for each market that has any; empty for one market
 */
public record ImportFigures(int day, List<Figure> figures, List<Row> markets) {

    /** Whether there is anything to tell. */
    public boolean isAny() {
        return figures.stream().anyMatch(figure -> figure.count() > 0);
    }

    /**
     * A large number.
     *
     * @param look bad, stop or empty
     */
    public record Figure(Bilingual title, String look, int count, String address) {}

    /** A market with the same numbers. */
    public record Row(String name, String address, List<TodayPage.Linked> numbers) {}
}
