package org.anxin.visits;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.anxin.time.Days;

/** Writes what visits say. */
final class VisitMembers {
    private VisitMembers() {}

    /** Writes its members. */
    static void write(JsonGenerator out, Visit visit) throws IOException {
        out.writeStringField("id", visit.id());
        out.writeStringField("marketId", visit.marketId());
        out.writeStringField("at", Times.instant(visit.at().micros()).toString());
        out.writeStringField("on", Days.text(visit.at().day()));
        out.writeStringField("means", visit.means());
        out.writeStringField("camera", visit.cameraId());
        out.writeStringField("still", visit.still());
        out.writeArrayFieldStart("items");
        for (Visit.Item item : visit.items()) {
            out.writeStartObject();
            out.writeStringField("item", item.item());
            out.writeBooleanField("passed", item.passed());
            out.writeStringField("remark", item.remark());
            out.writeEndObject();
        }
        out.writeEndArray();
        writePhotos(out, visit.photos());
        out.writeStringField("remarks", visit.remarks());
    }

    static void writePhotos(JsonGenerator out, List<String> photos) throws IOException {
        out.writeArrayFieldStart("photos");
        for (String photo : photos) {
            out.writeString(photo);
        }
        out.writeEndArray();
    }
}
