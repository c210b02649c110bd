package org.anxin.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.anxin.ledger.FactsHash;
import org.anxin.testing.Person;
import org.anxin.testing.PersonFacts;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the decision log says about a person of a sweep. The facts are told by their hash: the stored history has them. Text is
 * put together by hand, since it is written for every person of a province; all of it is ids and words of ours, which need no
 * escapes.
 */
public final class SweptLine {
    private static final MessageDigest SHA256 = FactsHash.sha256();
    private static final int SIZE = 192;

    private SweptLine() {}

    /** Who was decided, and the hash of the facts ({@link PersonFacts#canonical}), in base64. */
    public static byte[] facts(Person person) {
        return facts(person.id(), '"' + hash(PersonFacts.canonical(person)) + '"');
    }

    /** Somebody of whom there is nothing to decide any more. */
    public static byte[] nothing(String personId) {
        return facts(personId, "null");
    }

    private static byte[] facts(String personId, String hash) {
        return bytes(new StringBuilder(SIZE)
                .append("{\"personId\":\"")
                .append(personId)
                .append("\",\"sha256\":")
                .append(hash)
                .append('}'));
    }

    private static String hash(byte[] canonical) {
        try {
            // A copy, for one thread: looking a digest up takes as long as using it.
            byte[] hash = ((MessageDigest) SHA256.clone()).digest(canonical);
            return Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of every Java can be copied", e);
        }
    }

    /**
     * What was found.
     *
     * @param finding null if the person was not found any more
     * @param effect on the person's suspension
     */
    public static byte[] answer(@Nullable Finding finding, SuspensionEffect effect) {
        StringBuilder out = new StringBuilder(SIZE);
        if (finding == null) {
            out.append("{\"status\":null");
        } else {
            write(out, finding);
        }
        if (effect != SuspensionEffect.NONE) {
            out.append(",\"suspension\":\"").append(effect).append('"');
        }
        return bytes(out.append('}'));
    }

    private static void write(StringBuilder out, Finding finding) {
        out.append("{\"status\":\"").append(finding.status()).append('"');
        if (Days.known(finding.dueOn())) {
            out.append(",\"dueOn\":\"").append(Days.text(finding.dueOn())).append('"');
        }
        out.append(",\"action\":\"").append(finding.action()).append('"');
        texts(out, ",\"rules\":[", finding.rules(), ' ');
        texts(out, ",\"places\":[", finding.places(), '\n');
    }

    private static void texts(StringBuilder out, String begin, String joined, char separator) {
        out.append(begin);
        for (int at = 0; at < joined.length(); ) {
            int end = joined.indexOf(separator, at);
            int stop = end < 0 ? joined.length() : end;
            out.append(at == 0 ? "\"" : ",\"").append(joined, at, stop).append('"');
            at = stop + 1;
        }
        out.append(']');
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
