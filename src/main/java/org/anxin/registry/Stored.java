package org.anxin.registry;

import java.time.Instant;

/**
 * A record as it is stored.
 *
 * @param facts what it says
 * @param knownFrom since when it says so
 * @param <T> the kind of record
 */
public record Stored<T>(T facts, Instant knownFrom) {}
