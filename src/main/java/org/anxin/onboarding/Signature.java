package org.anxin.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signature under the responsibility letter.
 *
 * @param letterId the version that was signed; null where nobody noted it, which stands for the one that applied on that day
 * @param signedOn the day, as an epoch day
 */
public record Signature(@Nullable String letterId, int signedOn) {

    /** The version that was signed, or null if there is none of that name, or none applied. */
    @Nullable
    Letter signed(List<Letter> letters) {
        if (letterId == null) {
            return Letter.inForce(letters, signedOn);
        }
        return letters.stream()
                .filter(letter -> letter.id().equals(letterId))
                .findFirst()
                .orElse(null);
    }
}
