package org.anxin.patrol;

import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A camera of a market, as it is known at some moment.
 *
 * @param id its id
 * @param marketId the market's id
 * @param scene the scene that it covers, a declared word
 * @param registeredAt microseconds since 1970
 * @param state what the video platform reported last, null if nothing
 */
public record Camera(
        String id,
        String marketId,
        String scene,
        long registeredAt,
        @Nullable State state) {
    private static final long MICROS_AN_HOUR = 3_600_000_000L;

    /**
     * What the video platform reported.
     *
     * @param online whether it could be seen
     * @param since of the first report in a row that said so, microseconds since 1970
     * @param reported of the last one
     */
    public record State(boolean online, long since, long reported) {}

    /** What rules see of it at a moment. */
    WatchedCamera fact(String marketType, long at) {
        int offline = state == null || state.online() ? Days.NONE : hours(state.since(), at);
        return new WatchedCamera(
                marketType, scene, offline, hours(state == null ? registeredAt : state.reported(), at));
    }

    private static int hours(long from, long to) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, to - from) / MICROS_AN_HOUR);
    }
}
