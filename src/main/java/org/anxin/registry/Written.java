package org.anxin.registry;

/**
 * What a record says after it was written.
 *
 * @param now as it is stored
 * @param created whether it was not there before
 * @param <T> the kind of record
 */
public record Written<T>(Stored<T> now, boolean created) {}
