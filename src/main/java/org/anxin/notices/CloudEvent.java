package org.anxin.notices;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.anxin.json.Json;

/** A notice as a CloudEvents 1.0 event in structured JSON. */
final class CloudEvent {
    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";
    private static final String TYPE_PREFIX = "org.anxin.";

    private CloudEvent() {}

    /**
     * The event: the same bytes at every attempt.
     *
     * @param source who sends it
     */
    static byte[] of(StoredNotice notice, String source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("specversion", "1.0");
            out.writeStringField("id", notice.id());
            out.writeStringField("source", source);
            out.writeStringField("type", TYPE_PREFIX + notice.type());
            out.writeStringField("subject", "markets/" + notice.marketId());
            out.writeStringField("time", notice.noted().toString());
            out.writeStringField("datacontenttype", "application/json");
            out.writeObjectFieldStart("data");
            out.writeStringField("marketId", notice.marketId());
            out.writeStringField("subdistrict", notice.subdistrict());
            out.writeFieldName("notice");
            out.writeRawValue(notice.data());
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
