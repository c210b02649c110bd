package org.anxin.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A household or firm with a stall (经营户).
 *
 * @param id its id
 * @param marketId the market where it stands
 * @param name its name
 * @param sellsImported whether it sells imported goods
 * @param activatedOn when its account was activated; null if it was not
 * @param letterSignedOn when it signed the responsibility letter (四方责任书); null if it did not
 */
public record Operator(
        String id,
        String marketId,
        String name,
        boolean sellsImported,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate letterSignedOn) {}
