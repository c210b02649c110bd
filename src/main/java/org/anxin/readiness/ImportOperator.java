package org.anxin.readiness;

import java.util.List;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the two lists and the roster of contacts say of an operator on one day.
 *
 * @param operatorId the operator's
 * @param listed the days for which it is on the first list; null if it is not
 * @param goods the kinds of imported goods, by name
 * @param contacts by person
 */
public record ImportOperator(
        String operatorId, @Nullable Span listed, List<Roster.Goods> goods, List<Contact> contacts) {

    /** Somebody in contact with the goods. */
    public record Contact(String personId, String contact, Span days) {}
}
