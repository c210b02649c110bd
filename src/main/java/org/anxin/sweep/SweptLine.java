package org.anxin.sweep;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.anxin.json.Json;
import org.anxin.ledger.FactsHash;
import org.anxin.testing.Person;
import org.anxin.testing.PersonFacts;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** What the decision log says about a person of a sweep. The facts are told by their hash: the stored history has them. */
public final class SweptLine {
    private static final MessageDigest SHA256 = FactsHash.sha256();

    private SweptLine() {}

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    /** Who was decided, and the hash of the facts. */
    public static byte[] facts(Person person) {
        byte[] canonical = PersonFacts.canonical(person);
        return json(out -> {
            out.writeStringField("personId", person.id());
            out.writeStringField("sha256", hash(canonical));
        });
    }

    private static String hash(byte[] canonical) {
        try {
            // A copy, for one thread: looking a digest up takes as long as using it.
            return HexFormat.of().formatHex(((MessageDigest) SHA256.clone()).digest(canonical));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of every Java can be copied", e);
        }
    }

    /** Somebody of whom there is nothing to decide any more. */
    public static byte[] nothing(String personId) {
        return json(out -> {
            out.writeStringField("personId", personId);
            out.writeNullField("sha256");
        });
    }

    /**
     * What was found.
     *
     * @param finding null if the person was not found any more
     * @param effect on the person's suspension, null if none
     */
    public static byte[] answer(@Nullable Finding finding, SuspensionEffect effect) {
        return json(out -> {
            if (finding == null) {
                out.writeNullField("status");
            } else {
                write(out, finding);
            }
            if (effect != SuspensionEffect.NONE) {
                out.writeStringField("suspension", effect.name());
            }
        });
    }

    private static void write(JsonGenerator out, Finding finding) throws IOException {
        out.writeStringField("status", finding.status().name());
        if (Days.known(finding.dueOn())) {
            out.writeStringField("dueOn", Days.text(finding.dueOn()));
        }
        out.writeStringField("action", finding.action().name());
        texts(out, "rules", finding.rules(), ' ');
        texts(out, "places", finding.places(), '\n');
    }

    private static void texts(JsonGenerator out, String name, String joined, char separator) throws IOException {
        out.writeArrayFieldStart(name);
        for (int at = 0; at < joined.length(); ) {
            int end = joined.indexOf(separator, at);
            String text = end < 0 ? joined.substring(at) : joined.substring(at, end);
            out.writeString(text);
            at += text.length() + 1;
        }
        out.writeEndArray();
    }

    private static byte[] json(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            writing.to(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
