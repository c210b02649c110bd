package org.anxin.visits;

import java.util.List;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A visit or video check of a market (巡查), as it was reported.
 *
 * @param id its id
 * @param marketId the market
 * @param at when; the day is that of the service's zone
 * @param means {@code VISIT} or {@code VIDEO}
 * @param cameraId the camera that was looked through; never null for a video check
 * @param still the still image of it, the SHA-256 of an image; never null for a video check
 * @param items what was looked at, by item, each once
 * @param photos SHA-256 of further images
 * @param remarks null if there are none
 */
public record Visit(
        String id,
        String marketId,
        Moment at,
        String means,
        @Nullable String cameraId,
        @Nullable String still,
        List<Item> items,
        List<String> photos,
        @Nullable String remarks) {

    /**
     * An item that was looked at.
     *
     * @param item a declared word of the kind {@code patrolItem}
     * @param passed whether it meets the requirement
     * @param remark null if there is none
     */
    public record Item(
            String item, boolean passed, @Nullable String remark) {}
}
