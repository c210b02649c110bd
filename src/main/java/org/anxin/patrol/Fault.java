package org.anxin.patrol;

import java.util.Comparator;
import org.anxin.rulebook.Rule;
import org.anxin.text.CodePointOrder;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the patrol of a market: too few checks, a scene that no camera covers, a camera that is away.
 *
 * @param marketId the market's id
 * @param code a declared word of the kind {@code patrolFinding}
 * @param scene the scene meant, null if none is
 * @param cameraId the camera meant, null if none is
 * @param rule the rule that names it
 */
public record Fault(
        String marketId,
        String code,
        @Nullable String scene,
        @Nullable String cameraId,
        Rule rule) {
    /** By what tells faults apart; null first, text by code point. */
    public static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::marketId)
            .thenComparing(Fault::code)
            .thenComparing(Fault::scene, CodePointOrder.NULL_FIRST)
            .thenComparing(Fault::cameraId, CodePointOrder.NULL_FIRST)
            .thenComparing(fault -> fault.rule().id());
}
