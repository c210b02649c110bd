package org.anxin.registry;

import java.time.LocalDate;

/**
 * A signature under a version of the responsibility letter (签订四方责任书).
 *
 * @param key who signed what
 * @param signedOn when
 */
public record RegisteredSignature(SignatureKey key, LocalDate signedOn) {}
