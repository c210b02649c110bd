package org.anxin.registry;

/**
 * What names a signature.
 *
 * @param party who signed
 * @param letterId which version of the letter
 */
public record SignatureKey(Party party, String letterId) {}
