package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Where a person works, and what was done to be let in, as known at a time.
 *
 * @param posts assignments, past and to come
 * @param activations of the account
 * @param signatures under the responsibility letter
 * @param missing what the person lacks before trading on the day
 */
public record PersonStanding(List<Post> posts, List<Span> activations, List<Signed> signatures, List<Missing> missing) {

    /** Nobody knows anything. */
    static final PersonStanding NONE = new PersonStanding(List.of(), List.of(), List.of(), List.of());

    /**
     * An assignment.
     *
     * @param operator for whom; null if for the market or not known
     * @param isNow whether it is in force on the day
     */
    public record Post(
            PeopleList.Link market,
            Bilingual category,
            @Nullable String operator,
            Span days,
            boolean isNow) {}

    /** Some days; {@code to} is {@link Days#OPEN} if no end is known. */
    public record Span(int from, int to) {
        /** Whether its last day is known. */
        public boolean isEnding() {
            return to != Days.OPEN;
        }
    }

    /** A signature; the version is null where nobody noted it. */
    public record Signed(@Nullable String letter, int on) {}

    /** What is missing at a market. */
    public record Missing(PeopleList.Link market, Bilingual message, String rule, boolean forbids) {}
}
