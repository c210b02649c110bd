package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.anxin.json.Json;

/** Writes a JSON document into memory. */
final class JsonBytes {
    private JsonBytes() {}

    /** Writes to a generator. */
    interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    /**
     * The document as UTF-8.
     *
     * @param size expected bytes, so that the buffer need not grow
     */
    static byte[] of(int size, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
