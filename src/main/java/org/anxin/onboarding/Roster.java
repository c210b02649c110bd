package org.anxin.onboarding;

import java.util.List;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A market with everybody who trades or works there, or did: what deciding on any day needs.
 *
 * @param market the market
 * @param letters all versions of the responsibility letter
 * @param operators those who stand there
 * @param people those with any assignment there, past, present or future, and the contacts of its operators
 */
public record Roster(Market market, List<Letter> letters, List<OperatorEntry> operators, List<PersonEntry> people) {

    /**
     * The market.
     *
     * @param type a word of the kind {@code marketType}, perhaps no longer declared
     * @param subdistrict null if not known
     */
    public record Market(String id, String type, @Nullable String subdistrict) {}

    /**
     * An operator (经营户).
     *
     * @param sellsImported whether it is registered as selling imported goods
     * @param listed when it was on the first list
     * @param goods the second list
     * @param declared days for which goods were declared for it at the admission desk
     */
    public record OperatorEntry(
            String id,
            boolean sellsImported,
            Onboarding onboarding,
            List<Span> listed,
            List<Goods> goods,
            List<Span> declared) {}

    /** A kind of imported goods, and when the operator sold it. */
    public record Goods(String name, Span days) {}

    /**
     * A person.
     *
     * @param posts assignments at this market
     * @param contacts what the roster of contacts says
     */
    public record PersonEntry(String id, Onboarding onboarding, List<Post> posts, List<ContactEntry> contacts) {

        /** Whether an assignment there is in force on a day or begins later. */
        boolean isCurrent(int day) {
            return posts.stream().anyMatch(post -> post.days().to() >= day)
                    || contacts.stream().anyMatch(contact -> contact.days().contains(day));
        }
    }

    /**
     * An assignment (岗位).
     *
     * @param category a word of the kind {@code category}, perhaps no longer declared
     * @param operatorId for whom; null if for the market or not known
     * @param days {@link Days#OPEN} at the end if none is known
     */
    public record Post(String category, @Nullable String operatorId, Span days) {}

    /**
     * An entry of the roster of contacts.
     *
     * @param contact a word of the kind {@code contact}, perhaps no longer declared
     */
    public record ContactEntry(String operatorId, String contact, Span days) {}
}
