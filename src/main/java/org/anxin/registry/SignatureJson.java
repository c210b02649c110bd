package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Signatures in JSON. */
public final class SignatureJson {
    private static final Fields OF_OPERATOR =
            Fields.of("operatorId", "letterId", "signedOn").requiring("signedOn");
    private static final Fields OF_PERSON =
            Fields.of("personId", "letterId", "signedOn").requiring("signedOn");

    private SignatureJson() {}

    /**
     * The signature at which {@code in} stands, or null if mistakes were reported.
     *
     * @param key as the address has it
     * @param isLetter whether there is a version of an id
     */
    public static @Nullable RegisteredSignature read(FactInput in, SignatureKey key, Predicate<String> isLetter)
            throws IOException {
        if (!in.begins(key.party().kind() == Party.Kind.OPERATOR ? OF_OPERATOR : OF_PERSON)) {
            return null;
        }
        LocalDate signedOn = null;
        while (in.next()) {
            switch (in.field()) {
                case "letterId" -> Addressed.check(in, in.id(), key.letterId());
                case "signedOn" -> signedOn = Dates.read(in);
                default -> Addressed.check(in, in.id(), key.party().id());
            }
        }
        if (!isLetter.test(key.letterId())) {
            in.report("letterId", ErrorCode.UNKNOWN_REFERENCE);
        }
        return signedOn == null || !in.clean() ? null : new RegisteredSignature(key, signedOn);
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, RegisteredSignature signature) throws IOException {
        Party party = signature.key().party();
        out.writeStartObject();
        out.writeStringField(party.kind().member(), party.id());
        out.writeStringField("letterId", signature.key().letterId());
        Dates.write(out, "signedOn", signature.signedOn());
        out.writeEndObject();
    }
}
