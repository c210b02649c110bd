package org.anxin.impact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.anxin.json.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes which batch would be decided otherwise. */
public final class ChangedBatchJson {
    private static final SerializableString DATE = new SerializedString("date");

    private ChangedBatchJson() {}

    /** As a JSON object. */
    public static void write(JsonGenerator out, ChangedBatch batch) throws IOException {
        out.writeStartObject();
        JsonOutput.day(out, DATE, batch.day());
        out.writeStringField("batchId", batch.batchId());
        out.writeStringField("marketId", batch.market());
        out.writeStringField("change", batch.change().name());
        write(out, "before", batch.before());
        write(out, "after", batch.after());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, BatchSide side) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("outcome", orNull(side.outcome()));
        out.writeFieldName("findings");
        out.writeRawValue(side.findings());
        out.writeStringField("undecidable", orNull(side.code()));
        out.writeEndObject();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
