package org.anxin.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over facts, each followed by a line feed. */
public final class FactsHash {
    private final MessageDigest digest = sha256();

    /** A digest that every Java has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The facts of one more decision. */
    public void add(byte[] facts) {
        digest.update(facts);
        digest.update((byte) '\n');
    }

    /** The hash of what was added since the last one. */
    public byte[] finish() {
        return digest.digest();
    }
}
