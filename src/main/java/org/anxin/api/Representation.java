package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.anxin.registry.Stored;

/**
 * A stored record as it is sent.
 *
 * @param body UTF-8
 * @param tag strong entity tag: another state has another, even one that says the same again after a change
 */
record Representation(byte[] body, String tag) {
    private static final int SIZE = 256;
    private static final int TAG_BYTES = 16;

    /** How a kind of record is written. */
    interface Writing<T> {
        void write(JsonGenerator out, T record) throws IOException;
    }

    static <T> Representation of(Stored<T> stored, Writing<T> writing) {
        byte[] body = JsonBytes.of(SIZE, out -> writing.write(out, stored.facts()));
        return new Representation(body, tag(body, stored.knownFrom().toString()));
    }

    /** The time keeps the tag of a person from being a riddle whose solution is the name. */
    private static String tag(byte[] body, String since) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(since.getBytes(StandardCharsets.UTF_8));
            byte[] hash = Arrays.copyOf(digest.digest(body), TAG_BYTES);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
