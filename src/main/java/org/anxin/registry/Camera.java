package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A camera of a market (监控摄像机).
 *
 * @param id its id, as the video platform knows it
 * @param marketId the market where it is
 * @param name its name
 * @param scene the scene that it covers, a declared word
 * @param from first day in service; null if it is not known
 * @param to last day in service; null if none is known
 */
public record Camera(
        String id,
        String marketId,
        String name,
        String scene,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
