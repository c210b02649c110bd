package org.anxin.notices;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.anxin.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Something that a market is to know.
 *
 * @param id names the cause, such as {@code patrol-finding/17}, so that one cause is told once; 1 to 200 characters
 * @param type its kind, in small letters and hyphens, such as {@code patrol-finding}
 * @param marketNo the number of the market
 * @param subdistrict the subdistrict (属地街道) to which it is copied, null for none
 * @param data what there is to know, a JSON object: counts, codes and links, never names of people
 */
public record Notice(
        String id, String type, int marketNo, @Nullable String subdistrict, String data) {

    /** Writes the members of the data. */
    public interface Members {
        void write(JsonGenerator out) throws IOException;
    }

    /** A notice whose data has these members. */
    public static Notice of(String id, String type, int marketNo, @Nullable String subdistrict, Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            out.writeStartObject();
            members.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return new Notice(id, type, marketNo, subdistrict, text.toString());
    }
}
