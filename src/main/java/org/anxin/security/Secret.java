package org.anxin.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key as its holder has it: {@code anxin_}, its id, {@code _}, and 256 random bits. So much chance needs no slow hash:
 * nobody finds it by trying.
 *
 * @param id of the key
 * @param proof the random part
 */
record Secret(String id, String proof) {
    private static final String PREFIX = "anxin_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 6;
    private static final int PROOF_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    static Secret fresh() {
        byte[] id = new byte[ID_BYTES];
        byte[] proof = new byte[PROOF_BYTES];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(proof);
        return new Secret(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(proof));
    }

    /** Whether it looks like a key of this service and no token of an issuer. */
    static boolean isKey(String text) {
        return text.startsWith(PREFIX);
    }

    /** The key that a text is, or null if it is none. */
    static @Nullable Secret of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? new Secret(form.group(1), form.group(2)) : null;
    }

    /** What is stored of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** As it is handed out, once. */
    String text() {
        return PREFIX + id + "_" + proof;
    }

    /** Without what it proves: a log is no place for that. */
    @Override
    public String toString() {
        return "Secret[" + id + "]";
    }
}
