package org.anxin.onboarding;

import java.util.List;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * How far an operator or a person has come on one day.
 *
 * @param activated whether the account is activated
 * @param signed whether any version of the letter is signed
 * @param daysOutdated days since the version that is not signed applies, 0 on its first day; {@link Days#NONE} if none or the
 *     one that applies is signed
 */
record Standing(boolean activated, boolean signed, int daysOutdated) {

    static Standing of(Onboarding done, List<Letter> letters, int asOf) {
        List<Signature> until = done.signatures().stream()
                .filter(signature -> signature.signedOn() <= asOf)
                .toList();
        return new Standing(Span.any(done.activations(), asOf), !until.isEmpty(), daysOutdated(until, letters, asOf));
    }

    private static int daysOutdated(List<Signature> signatures, List<Letter> letters, int asOf) {
        Letter inForce = Letter.inForce(letters, asOf);
        if (inForce == null || signatures.isEmpty()) {
            return Days.NONE;
        }
        boolean current = signatures.stream()
                .map(signature -> signature.signed(letters))
                .anyMatch(letter -> isCurrent(letter, inForce));
        return current ? Days.NONE : asOf - inForce.validFrom();
    }

    /** Whoever signed the next version ahead of its day is not behind. */
    private static boolean isCurrent(@Nullable Letter letter, Letter inForce) {
        return letter != null && (letter.equals(inForce) || letter.replaces(inForce));
    }

    boolean outdated() {
        return daysOutdated != Days.NONE;
    }
}
